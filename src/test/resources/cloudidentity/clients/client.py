"""What Debian's python3-googleapi puts on the wire, against a server on another port than its public address."""
import json
import os
import urllib.request

import google_auth_httplib2
import httplib2
from google.oauth2 import service_account
from googleapiclient.discovery import build_from_document
from googleapiclient.errors import HttpError

PUBLIC = os.environ["PUBLIC_URL"]
LOCAL = os.environ["LOCAL_URL"]
VERSION = os.environ["VERSION"]
DOMAIN = os.environ["DOMAIN"]
PARENT = "customers/" + os.environ["CUSTOMER"]


class Rerouted(httplib2.Http):
    """Stands in for the name service and TLS: goes to the local port whenever the public address is meant."""

    def request(self, uri, *args, **kwargs):
        return super().request(uri.replace(PUBLIC, LOCAL, 1), *args, **kwargs)


def name(local):
    return PARENT + "/userinvitations/" + local + "@" + DOMAIN


def refused(call):
    try:
        call.execute()
    except HttpError as error:
        return [error.resp.status, json.loads(error.content)["error"]["status"]]
    return "not refused"


credentials = service_account.Credentials.from_service_account_file(
    os.environ["KEY_FILE"], scopes=["https://www.googleapis.com/auth/cloud-identity.userinvitations"]
).with_subject(os.environ["ADMINISTRATOR"])
with urllib.request.urlopen(LOCAL + "/$discovery/rest?version=" + VERSION) as answer:
    document = answer.read().decode()
service = build_from_document(document, http=google_auth_httplib2.AuthorizedHttp(credentials, http=Rerouted()))
invitations = service.customers().userinvitations()
found = {}

rows = []
request = invitations.list(parent=PARENT)
pages = 0
while request is not None:
    page = request.execute()
    pages += 1
    rows += page.get("userInvitations", [])
    request = invitations.list_next(request, page)
found["pages"] = pages
found["rows"] = len(rows)
found["distinct"] = len({row["name"] for row in rows})

found["sendPlus"] = invitations.send(name=name("jo+tag")).execute()["response"]["mailsSentCount"]
found["resend"] = invitations.send(name=name("jo%2Btag")).execute()["response"]["mailsSentCount"]
found["get"] = invitations.get(name=name("jo+tag")).execute()["state"]
found["invited"] = [
    row["name"] for row in invitations.list(parent=PARENT, filter="state=='invited'").execute()["userInvitations"]
]
found["cancel"] = invitations.cancel(name=name("jo+tag")).execute()["response"]["state"]
found["invitable"] = invitations.isInvitableUser(name=name("jo+tag")).execute()["isInvitableUser"]
found["notInvitable"] = invitations.isInvitableUser(name=name("nobody")).execute()["isInvitableUser"]
found["fields"] = invitations.list(
    parent=PARENT, pageSize=1, orderBy="update_time desc", fields="userInvitations(name,state),nextPageToken"
).execute()
found["longFilter"] = len(
    invitations.list(parent=PARENT, pageSize=2, pageToken="", filter=" || ".join(["state=='invited'"] * 90))
    .execute()
    .get("userInvitations", [])
)
found["refusals"] = {
    "filter": refused(invitations.list(parent=PARENT, filter="state='invited'")),
    "order": refused(invitations.list(parent=PARENT, orderBy="email,update_time")),
    "get": refused(invitations.get(name=name("nobody"))),
    "send": refused(invitations.send(name=name("nobody"))),
    "cancel": refused(invitations.cancel(name=name("jo+tag"))),
    "customer": refused(invitations.list(parent="customers/C00000000")),
}

answers = []
batch = service.new_batch_http_request(callback=lambda id, answer, error: answers.append((id, answer, error)))
for row in rows[:1000]:
    batch.add(invitations.send(name=row["name"]), request_id=row["name"])
batch.execute()
found["batch"] = len(answers)
found["batchFailed"] = [str(error) for _, _, error in answers if error is not None][:3]
found["batchPaired"] = all(answer["response"]["name"] == id for id, answer, _ in answers if answer)
print(json.dumps(found))
