"""What company.yaml states of the company's teams and accounts."""

from __future__ import annotations

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from hiring.model.base import Facts
from hiring.model.values import Email, Number, Url


class Owner(Facts):
    """How to reach who keeps pages: by mail, at an address, or by both."""

    email: Email | None = None
    url: Url | None = None

    @model_validator(mode="after")
    def _is_reached(self) -> Owner:
        if self.email is None and self.url is None:
            message = "say how they are reached: an `email`, or the `url` of a page or a channel"
            raise PydanticCustomError("no_way", message)
        return self


class LinkedIn(Facts):
    """The company at LinkedIn: the number in the address of its page's administration."""

    company_id: Number
