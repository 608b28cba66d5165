// What npm's @googleapis/cloudidentity puts on the wire.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { CLIENT_DIR, KEY_FILE, LOCAL_URL, ADMINISTRATOR, DOMAIN, CUSTOMER, VERSION } = process.env;
const { cloudidentity, auth } = createRequire(CLIENT_DIR + '/')('@googleapis/cloudidentity');

const key = JSON.parse(readFileSync(KEY_FILE, 'utf8'));
const jwt = new auth.JWT({
  email: key.client_email,
  key: key.private_key,
  subject: ADMINISTRATOR,
  scopes: ['https://www.googleapis.com/auth/cloud-identity.userinvitations'],
});
// the address of the token endpoint stands in the library
const reroute = {
  resolved: async (config) => {
    const url = String(config.url);
    if (url.startsWith('https://oauth2.googleapis.com/token') || url.startsWith('https://www.googleapis.com/oauth2')) {
      config.url = new URL(LOCAL_URL + '/oauth2/token');
    }
    return config;
  },
};
jwt.transporter.interceptors.request.add(reroute);
const service = cloudidentity({ version: VERSION, auth: jwt, rootUrl: LOCAL_URL + '/' });
const invitations = service.customers.userinvitations;
const parent = `customers/${CUSTOMER}`;
const name = (local) => `${parent}/userinvitations/${local}@${DOMAIN}`;

async function refused(call) {
  try {
    await call;
    return 'not refused';
  } catch (error) {
    return [error.status ?? error.response?.status, error.response?.data?.error?.status];
  }
}

const found = {};
const names = new Set();
let pages = 0;
let rows = 0;
let pageToken;
do {
  const { data } = await invitations.list({ parent, pageToken, pageSize: 200 });
  (data.userInvitations ?? []).forEach((row) => names.add(row.name));
  rows += (data.userInvitations ?? []).length;
  pages += 1;
  pageToken = data.nextPageToken;
} while (pageToken);
Object.assign(found, { pages, rows, distinct: names.size });
found.sendPlus = (await invitations.send({ name: name('jo+tag') })).data.response.mailsSentCount;
found.resend = (await invitations.send({ name: name('jo+tag'), requestBody: {} })).data.response.mailsSentCount;
found.get = (await invitations.get({ name: name('jo+tag') })).data.state;
found.invited = (await invitations.list({ parent, filter: "state=='invited'" })).data.userInvitations.map((r) => r.name);
found.cancel = (await invitations.cancel({ name: name('jo+tag') })).data.response.state;
found.invitable = (await invitations.isInvitableUser({ name: name('jo+tag') })).data.isInvitableUser;
found.notInvitable = (await invitations.isInvitableUser({ name: name('nobody') })).data.isInvitableUser;
found.fields = (
  await invitations.list({
    parent,
    pageSize: 1,
    orderBy: 'update_time desc',
    fields: 'userInvitations(name,state),nextPageToken',
  })
).data;
found.refusals = {
  filter: await refused(invitations.list({ parent, filter: "state='invited'" })),
  order: await refused(invitations.list({ parent, orderBy: 'email,update_time' })),
  get: await refused(invitations.get({ name: name('nobody') })),
  send: await refused(invitations.send({ name: name('nobody') })),
  cancel: await refused(invitations.cancel({ name: name('jo+tag') })),
  customer: await refused(invitations.list({ parent: 'customers/C00000000' })),
};
console.log(JSON.stringify(found));
