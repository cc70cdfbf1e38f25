"""What was worked out of some content, kept by that content: a file of JSON, from run to run.

Kept as JSON, never as a pickle: a file that someone else could have written must not be able to
run code. A file that can't be read is thrown away.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from hiring.model.digests import digest_of_bytes
from hiring.model.values import AS_WRITTEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Value = TypeVar("Value")


class ContentCache(Generic[Value]):
    """Values by the digest of what they were made from; ``file`` is where they are, if anywhere."""

    def __init__(
        self,
        adapter: TypeAdapter[dict[str, Value]],
        file: Path | None = None,
        context: Mapping[str, Any] | None = None,
    ) -> None:
        """Load what an earlier run has kept; ``context`` is what its values need to be read."""
        self.file = file
        self._adapter = adapter
        self._kept: dict[str, Value] = {}
        self._used: dict[str, Value] = {}
        if file is not None and file.is_file():
            try:
                self._kept = adapter.validate_json(file.read_bytes(), context=context)
            except (ValidationError, OSError):
                self._kept = {}
        self._saved = frozenset(self._kept)
        """What the file holds, by the digests."""

    def get(self, parts: Iterable[str], make: Callable[[], Value]) -> Value:
        """Return the value made of these parts: as it was kept, else made now."""
        digest = _digest(parts)
        if digest not in self._used:
            self._used[digest] = self._kept[digest] if digest in self._kept else make()
        return self._used[digest]

    def has(self, parts: Iterable[str]) -> bool:
        """Tell whether the value made of these parts is at hand."""
        digest = _digest(parts)
        return digest in self._used or digest in self._kept

    def settle(self) -> None:
        """Start another run, which has at hand what the one before has used."""
        self._kept, self._used = {**self._kept, **self._used}, {}

    def save(self) -> None:
        """Keep what this run has used, nothing older. A file that can't be written is no loss."""
        if self.file is None or (self._used.keys() == self._saved and self.file.is_file()):
            return
        partial = None
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            # Of two runs at once each writes a file of its own; the last one renamed stays.
            with NamedTemporaryFile(dir=self.file.parent, delete=False) as file:
                partial = Path(file.name)
                file.write(self._adapter.dump_json(self._used, context=AS_WRITTEN))
            partial.replace(self.file)
            self._saved = frozenset(self._used)
        except OSError:
            if partial is not None:
                partial.unlink(missing_ok=True)


def _digest(parts: Iterable[str]) -> str:
    return digest_of_bytes("\0".join(parts).encode())
