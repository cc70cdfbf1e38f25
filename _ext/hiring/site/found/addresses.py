"""Where a build is published, and where each of its files is then."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from sphinx.errors import ConfigError

from hiring.model.audience import Audience
from hiring.model.messages import gettext
from hiring.reading.sources.sphinx_settings import is_site_address

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def settle_address(app: Sphinx, config: Config) -> None:
    """Make ``html_baseurl`` the address of this very build; raise ConfigError where it is none.

    All that speaks of where the site is asks that one setting, Sphinx itself too.
    """
    stated = {f"hiring_addresses[{name!r}]": it for name, it in config.hiring_addresses.items()}
    # A project with other pages may have none here, or only a path.
    whole = {} if config.hiring_folder else {"html_baseurl": config.html_baseurl}
    for name, address in {**whole, **stated}.items():
        if address and not is_site_address(address):
            raise ConfigError(
                gettext(
                    "{name} is {address}; wanted an address, as `https://careers.example.com/`",
                    name=name,
                    address=repr(address),
                )
            )
    unknown = sorted(set(config.hiring_addresses) - set(Audience))
    if unknown:
        wanted = ", ".join(Audience)
        raise ConfigError(
            gettext(
                "hiring_addresses names {unknown}; wanted some of {wanted}",
                unknown=repr(unknown[0]),
                wanted=wanted,
            )
        )
    if config.hiring_folder and config.hiring_audience not in config.hiring_addresses:
        return  # the project's own, as it is
    own = config.hiring_addresses.get(config.hiring_audience, config.html_baseurl)
    config.html_baseurl = f"{own.rstrip('/')}/" if own else ""


def show_addresses(app: Sphinx) -> None:
    """Write an address of e-mail as it is (RFC 6068): programs for mail do not undo a disguise."""
    app.env.settings["cloak_email_addresses"] = False


def note_on_address(config: Config) -> str:
    """Return what an operator is told where a build has no address and should have one."""
    needed = config.hiring_audience == Audience.PUBLIC
    return without_address() if needed and not config.html_baseurl else ""


def without_address() -> str:
    """Return what an operator is told of a site for the public whose address nobody knows."""
    return gettext(
        "conf.py states no html_baseurl, so the public site has no feeds, sitemap, canonical links "
        'or cards: state where it is published, as html_baseurl = "https://careers.example.com/".'
    )


def address_of(config: Config, path: str) -> str:
    """Return the whole address of a file of the site; empty where nobody knows where it is."""
    root = _root(config)
    return f"{root}{quote(path)}" if root else ""


def base_of(config: Config) -> str:
    """Return where the handbook is published; empty where nobody knows."""
    return address_of(config, f"{config.hiring_folder}/" if config.hiring_folder else "")


def _root(config: Config) -> str:
    """Return where the site is published; empty where nobody knows."""
    address = str(config.html_baseurl or "")
    return f"{address.rstrip('/')}/" if is_site_address(address) else ""


def root_of(config: Config) -> str:
    """Return the path of the site on its host, as ``/handbook/``; where nobody knows it, ``/``."""
    return urlsplit(config.html_baseurl).path or "/"
