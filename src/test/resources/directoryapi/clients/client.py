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
DOMAIN = os.environ["DOMAIN"]


class Rerouted(httplib2.Http):
    """Stands in for the name service and TLS: goes to the local port whenever the public address is meant."""

    def request(self, uri, *args, **kwargs):
        return super().request(uri.replace(PUBLIC, LOCAL, 1), *args, **kwargs)


def at(local):
    return local + "@" + DOMAIN


def user(local, given, family="Kim"):
    return {"primaryEmail": at(local), "name": {"givenName": given, "familyName": family}}


def names(page):
    return [row["primaryEmail"].split("@")[0] for row in page.get("users", [])]


def said(row):
    return [row["name"]["givenName"], row["name"]["familyName"], row["suspended"]]


def refused(call):
    try:
        call.execute()
    except HttpError as error:
        return [error.resp.status, json.loads(error.content)["error"]["errors"][0]["reason"]]
    return "not refused"


credentials = service_account.Credentials.from_service_account_file(
    os.environ["KEY_FILE"], scopes=["https://www.googleapis.com/auth/admin.directory.user"]
).with_subject(os.environ["ADMINISTRATOR"])
document = urllib.request.urlopen(LOCAL + "/$discovery/rest?version=directory_v1").read().decode()
service = build_from_document(document, http=google_auth_httplib2.AuthorizedHttp(credentials, http=Rerouted()))
users = service.users()
found = {}

made = users.insert(body=dict(user("p1", "Person1"), password="plum4tandem7river")).execute()
found["created"] = [made["primaryEmail"], made["name"]["givenName"], made["name"]["familyName"], made["isAdmin"]]

answers = []
batch = service.new_batch_http_request(callback=lambda id, answer, error: answers.append((id, error)))
for i in range(2, 8):
    batch.add(users.insert(body=user("p%d" % i, "Person%d" % i)), request_id=str(i))
batch.execute()
assert [error for _, error in answers if error is not None] == [], answers

rows, pages = [], 0
request = users.list(customer="my_customer", maxResults=2, orderBy="email")
while request is not None:
    page = request.execute()
    pages += 1
    rows += names(page)
    request = users.list_next(request, page)
found["listed"] = rows
found["pages"] = pages
found["down"] = names(users.list(domain=DOMAIN, maxResults=2, orderBy="email", sortOrder="DESCENDING").execute())
found["found"] = names(users.list(customer="my_customer", query="email:p1* isSuspended=false").execute())
found["get"] = users.get(userKey=at("p2"), projection="full").execute()["name"]["givenName"]
found["patched"] = said(users.patch(userKey=made["id"], body={"name": {"givenName": "Anna"}, "suspended": True}).execute())
whole = users.get(userKey=made["id"]).execute()
whole["name"] = {"givenName": "Ann", "familyName": "Lee"}
whole["suspended"] = False
found["updated"] = said(users.update(userKey=at("p1"), body=whole).execute())
found["fields"] = users.list(customer="my_customer", maxResults=1, fields="users/primaryEmail").execute()
found["invited"] = users.insert(body=user("own", "Own"), resolveConflictAccount=True).execute()["primaryEmail"]
users.signOut(userKey=at("p3")).execute()
users.delete(userKey=at("p3")).execute()
found["gone"] = refused(users.get(userKey=at("p3")))
found["refusals"] = {
    "duplicate": refused(users.insert(body=user("p1", "Person1"))),
    "get": refused(users.get(userKey=at("nobody"))),
    "query": refused(users.list(customer="my_customer", query="phone:010")),
    "required": refused(users.insert(body={"name": {"givenName": "Jo"}})),
    "domain": refused(users.insert(body={"primaryEmail": "jo@elsewhere.example", "name": {"givenName": "Jo"}})),
}
print(json.dumps(found))
