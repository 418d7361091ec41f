"""Stands in for Truto's Python SDK: its documented signatures and the requests that they are known
to make, nothing more. The id is not percent-encoded there either."""

import json
from urllib.parse import urlencode
from urllib.request import Request, urlopen


class _UnifiedApi:
    def __init__(self, token, base_url):
        self._token = token
        self._base_url = base_url

    async def update(self, model, resource, id, data, query_params):
        request = Request(
            f"{self._base_url}/unified/{model}/{resource}/{id}?{urlencode(query_params)}",
            method="PATCH",
            headers={
                "Authorization": f"Bearer {self._token}",
                "Content-Type": "application/json",
            },
            data=json.dumps(data).encode(),
        )
        with urlopen(request) as response:
            return json.load(response)


class TrutoApi:
    def __init__(self, token, base_url="https://api.truto.one"):
        self.unified_api = _UnifiedApi(token, base_url)
