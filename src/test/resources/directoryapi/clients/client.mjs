// What npm's @googleapis/admin puts on the wire.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { CLIENT_DIR, KEY_FILE, LOCAL_URL, ADMINISTRATOR, DOMAIN } = process.env;
const { admin, auth } = createRequire(CLIENT_DIR + '/')('@googleapis/admin');

const key = JSON.parse(readFileSync(KEY_FILE, 'utf8'));
const jwt = new auth.JWT({
  email: key.client_email,
  key: key.private_key,
  subject: ADMINISTRATOR,
  scopes: ['https://www.googleapis.com/auth/admin.directory.user'],
});
// the address of the token endpoint stands in the library
jwt.transporter.interceptors.request.add({
  resolved: async (config) => {
    const url = String(config.url);
    if (url.startsWith('https://oauth2.googleapis.com/token') || url.startsWith('https://www.googleapis.com/oauth2')) {
      config.url = new URL(LOCAL_URL + '/oauth2/token');
    }
    return config;
  },
});
const users = admin({ version: 'directory_v1', auth: jwt, rootUrl: LOCAL_URL + '/' }).users;
const at = (local) => `${local}@${DOMAIN}`;
const user = (local, givenName, familyName = 'Kim') => ({ primaryEmail: at(local), name: { givenName, familyName } });
const names = ({ data }) => (data.users ?? []).map((row) => row.primaryEmail.split('@')[0]);
const said = ({ data }) => [data.name.givenName, data.name.familyName, data.suspended];

async function refused(call) {
  try {
    await call;
    return 'not refused';
  } catch (error) {
    return [error.status ?? error.response?.status, error.response?.data?.error?.errors?.[0]?.reason];
  }
}

const found = {};
const made = (await users.insert({ requestBody: { ...user('p1', 'Person1'), password: 'plum4tandem7river' } })).data;
found.created = [made.primaryEmail, made.name.givenName, made.name.familyName, made.isAdmin];
for (let i = 2; i < 8; i += 1) {
  await users.insert({ requestBody: user(`p${i}`, `Person${i}`) });
}
found.listed = [];
found.pages = 0;
let pageToken;
do {
  const page = await users.list({ customer: 'my_customer', maxResults: 2, orderBy: 'email', pageToken });
  found.listed.push(...names(page));
  found.pages += 1;
  pageToken = page.data.nextPageToken;
} while (pageToken);
found.down = names(await users.list({ domain: DOMAIN, maxResults: 2, orderBy: 'email', sortOrder: 'DESCENDING' }));
found.found = names(await users.list({ customer: 'my_customer', query: 'email:p1* isSuspended=false' }));
found.get = (await users.get({ userKey: at('p2'), projection: 'full' })).data.name.givenName;
found.patched = said(
  await users.patch({ userKey: made.id, requestBody: { name: { givenName: 'Anna' }, suspended: true } }),
);
const whole = (await users.get({ userKey: made.id })).data;
whole.name = { givenName: 'Ann', familyName: 'Lee' };
whole.suspended = false;
found.updated = said(await users.update({ userKey: at('p1'), requestBody: whole }));
found.fields = (await users.list({ customer: 'my_customer', maxResults: 1, fields: 'users/primaryEmail' })).data;
found.invited = (
  await users.insert({ requestBody: user('own', 'Own'), resolveConflictAccount: true })
).data.primaryEmail;
await users.signOut({ userKey: at('p3') });
await users.delete({ userKey: at('p3') });
found.gone = await refused(users.get({ userKey: at('p3') }));
found.refusals = {
  duplicate: await refused(users.insert({ requestBody: user('p1', 'Person1') })),
  get: await refused(users.get({ userKey: at('nobody') })),
  query: await refused(users.list({ customer: 'my_customer', query: 'phone:010' })),
  required: await refused(users.insert({ requestBody: { name: { givenName: 'Jo' } } })),
  domain: await refused(
    users.insert({ requestBody: { primaryEmail: 'jo@elsewhere.example', name: { givenName: 'Jo' } } }),
  ),
};
console.log(JSON.stringify(found));
