"""What was worked out of some content, kept by that content: a file of JSON, from run to run.

Kept as JSON, never as a pickle: a file that someone else could have written must not be able to
run code. Each value is a line, which is read when it is asked for, and written once: after an edit
there is little new to write. What can't be read is thrown away.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from hiring.model.digests import digest_of_bytes
from hiring.model.values import AS_WRITTEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

Value = TypeVar("Value")


class ContentCache(Generic[Value]):
    """Values by the digest of what they were made from; ``file`` is where they are, if anywhere."""

    def __init__(
        self,
        kind: type[Value],
        file: Path | None = None,
        context: Mapping[str, Any] | None = None,
    ) -> None:
        """Load what an earlier run has kept of values of a ``kind``.

        ``context`` is what they need to be read.
        """
        self.file = file
        self._adapter = _adapter_of(kind)  # type: ignore[arg-type]  # any type is hashable
        self._context = context
        self._kept: dict[str, Value] = {}
        self._used: dict[str, Value] = {}
        self._lines: dict[str, bytes] = {}
        """Values as the file has them, by the digests."""
        if file is not None:
            with suppress(OSError):
                self._lines.update(_lines_in(file.read_bytes()))
        self._saved = set(self._lines)
        """What the file holds, by the digests."""

    def get(self, parts: Iterable[str], make: Callable[[], Value]) -> Value:
        """Return the value made of these parts: as it was kept, else made now."""
        digest = digest_of_parts(parts)
        if digest not in self._used:
            known = self._kept if digest in self._kept else self._read(digest)
            self._used[digest] = known[digest] if digest in known else make()
        return self._used[digest]

    def put(self, digest: str, value: Value) -> None:
        """Note the value made of parts with this digest, which was made elsewhere."""
        self._used[digest] = value

    def has(self, digest: str) -> bool:
        """Tell whether the value made of parts with this digest is at hand."""
        return any(digest in known for known in (self._used, self._kept, self._lines))

    def _read(self, digest: str) -> Mapping[str, Value]:
        """Return a value by its digest, as an earlier run has kept it; nothing if it has not."""
        if digest in self._lines:
            try:
                line = b"{%b}" % self._lines[digest]
                return self._adapter.validate_json(line, context=self._context)
            except ValidationError:
                del self._lines[digest]
                self._saved.discard(digest)
        return {}

    def _written(self, digest: str) -> bytes:
        if digest in self._lines:
            return self._lines[digest]
        return self._adapter.dump_json({digest: self._used[digest]}, context=AS_WRITTEN)[1:-1]

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
            lines = {digest: self._written(digest) for digest in self._used}
            # Of two runs at once each writes a file of its own; the last one renamed stays.
            with NamedTemporaryFile(dir=self.file.parent, delete=False) as file:
                partial = Path(file.name)
                file.write(b"{\n%b\n}\n" % b",\n".join(lines.values()))
            partial.replace(self.file)
            self._lines, self._saved = lines, set(lines)
        except OSError:
            if partial is not None:
                partial.unlink(missing_ok=True)


@cache
def _adapter_of(kind: type[Value]) -> TypeAdapter[dict[str, Value]]:
    return TypeAdapter(dict[str, kind])  # type: ignore[valid-type]  # it is one at run time


def digest_of_parts(parts: Iterable[str]) -> str:
    """Return the digest by which a value made of these parts is known."""
    return digest_of_bytes("\0".join(parts).encode())


def _lines_in(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield digest and line of each value in a file; none where it was not written to its end."""
    first, *lines = data.split(b"\n")
    if first == b"{" and lines[-2:] == [b"}", b""]:
        for line in lines[:-2]:
            yield line[1:65].decode("ascii", "replace"), line.removesuffix(b",")
