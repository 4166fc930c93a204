r"""Prevent offsets from slipping: documents are read letter by letter as they stand, line ends and marks included.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     _ = Path(folder, "k24.txt").write_bytes(b"a\r\nb")
...     Folder(folder)["k24"]
'a\r\nb'
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from reconcile.errors import ClaimError, shown

MOST_BYTES = 100 * 2**20


class Folder(Mapping[str, str]):
    """The text files of a folder by their names without the ending; each is read when asked for.

    Args:
        path: the folder.

    Raises:
        ClaimError: there is no such folder.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._files: dict[str, list[Path]] = {}
        try:
            files = sorted(file for file in Path(path).iterdir() if not file.name.startswith("."))
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            repair = "give a folder of text files"
            raise ClaimError(f"no folder of documents: {reason}", where=os.fspath(path), repair=repair) from None
        for file in files:
            if file.is_file():
                self._files.setdefault(file.stem, []).append(file)

    def __getitem__(self, name: str) -> str:
        """Return the text of a document.

        Raises:
            KeyError: there is none of that name.
            ClaimError: there are two, or it cannot be read.
        """
        files = self._files[name]
        if len(files) > 1:
            raise ClaimError(f"{len(files)} files have the name {shown(name)}", repair="keep one of them")
        return _text(files[0])

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def _text(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise ClaimError(f"cannot be read: {error.strerror}", repair="check the file's rights") from None
    if len(raw) > MOST_BYTES:
        raise ClaimError(f"the document has more than {MOST_BYTES:,} bytes", repair="split it")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ClaimError(f"not UTF-8 at byte {error.start}", repair="save it as UTF-8") from None
