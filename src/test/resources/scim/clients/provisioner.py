"""Keeps a directory like an identity provider does, with nothing but what Python brings, and says what it found."""
import json
import os
import urllib.error
import urllib.parse
import urllib.request

BASE, TOKEN, DOMAIN = os.environ["BASE"], os.environ["TOKEN"], os.environ["DOMAIN"]
USER = "urn:ietf:params:scim:schemas:core:2.0:User"
PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp"


def call(method, path, body=None, headers=None, token=TOKEN):
    request = urllib.request.Request(BASE + path, method=method)
    request.add_header("Authorization", "Bearer " + token)
    for name, value in (headers or {}).items():
        request.add_header(name, value)
    data = None
    if body is not None:
        request.add_header("Content-Type", "application/scim+json")
        data = json.dumps(body).encode()
    try:
        with urllib.request.urlopen(request, data) as answer:
            text = answer.read()
            return answer.status, json.loads(text) if text else None, answer.headers
    except urllib.error.HTTPError as refused:
        text = refused.read()
        return refused.code, json.loads(text) if text else None, refused.headers


def find(attribute, value):
    query = urllib.parse.urlencode({"filter": '%s eq "%s"' % (attribute, value)})
    return call("GET", "/Users?" + query)[1]


def pages(count):
    start, seen = 1, []
    while True:
        page = call("GET", "/Users?" + urllib.parse.urlencode(
            {"startIndex": start, "count": count, "sortBy": "userName", "attributes": "userName"}))[1]
        seen += [user["userName"] for user in page["Resources"]]
        start += page["itemsPerPage"]
        if start > page["totalResults"] or not page["Resources"]:
            return seen


people = {"김민지": ("민지", "김"), "Ann Lee": ("Ann", "Lee"), "O'Brien, \"Pat\"": ("Pat", "O'Brien")}
made = {}
for number, (shown, (given, family)) in enumerate(sorted(people.items())):
    address = "p%d+scim@%s" % (number, DOMAIN)
    assert find("userName", address)["totalResults"] == 0
    status, user, headers = call("POST", "/Users", {
        "schemas": [USER], "userName": address, "externalId": "hr/%d" % number, "displayName": shown,
        "name": {"givenName": given, "familyName": family}, "emails": [{"value": address, "type": "work", "primary": True}]})
    assert status == 201, user
    assert headers["Location"] == user["meta"]["location"]
    assert user["displayName"] == shown and user["name"]["familyName"] == family
    assert find("externalId", "hr/%d" % number)["Resources"][0]["id"] == user["id"]
    made[address] = user

first = made[sorted(made)[0]]
path = "/Users/" + first["id"]
again = call("POST", "/Users", {"schemas": [USER], "userName": first["userName"]})
off = call("PATCH", path, {"schemas": [PATCH], "Operations": [{"op": "Replace", "path": "active", "value": "False"}]})
stale = call("PUT", path, {"schemas": [USER], "userName": first["userName"]}, {"If-Match": first["meta"]["version"]})
fresh = call("PUT", path, {"schemas": [USER], "userName": first["userName"], "active": True}, {"If-Match": off[2]["ETag"]})
listed = pages(2)
gone = call("DELETE", path)

print(json.dumps({
    "config": call("GET", "/ServiceProviderConfig")[1]["patch"]["supported"],
    "again": [again[0], again[1]["scimType"]],
    "off": [off[0], off[1]["active"]],
    "stale": stale[0],
    "fresh": [fresh[0], fresh[1]["active"]],
    "listed": listed == sorted(made),
    "gone": [gone[0], gone[1], call("GET", path)[0]],
    "left": len(pages(200)),
    "filter": call("GET", "/Users?filter=shoeSize%20eq%2042")[1]["scimType"],
    "token": call("GET", "/Users", token="x")[0],
}))
