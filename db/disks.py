"""Whether a file stands on a disk of this machine or on one that is reached over a network.

Writing ahead needs memory that all windows share, which no network gives: https://www.sqlite.org/wal.html, section 2.2.
"""

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

_NETWORK_KINDS = {
    "9p", "afs", "beegfs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.sshfs",
    "gfs2", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "smb2", "smb3", "smbfs",
    "vboxsf", "virtiofs",
}  # fmt: skip
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW


class Mount(NamedTuple):
    """Where a disk is seen, and whether it is reached over a network."""

    point: str
    remote: bool


def on_network(path: Path) -> bool:
    """Whether the file at `path` stands on a network drive; `False` where the system does not tell."""
    real = os.path.realpath(path)
    try:
        if sys.platform == "win32":
            return _on_network_drive(real)
        if sys.platform == "darwin":
            told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False, timeout=5).stdout
            return is_remote(real, mounts_of_macos(told))
        return is_remote(real, mounts_of_linux(Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")))
    except (OSError, subprocess.SubprocessError):
        return False


def is_remote(path: str, mounts: Iterable[Mount]) -> bool:
    """Whether the mount that holds `path`, the one with the longest name, the last of these, is remote."""
    holding = [mount for mount in mounts if f"{path}/".startswith(f"{mount.point.rstrip('/')}/")]
    longest = max((len(mount.point) for mount in holding), default=0)
    return any(mount.remote for mount in [mount for mount in holding if len(mount.point) == longest][-1:])


def mounts_of_linux(table: str) -> list[Mount]:
    """The mounts in the text of /proc/mounts, in which blanks are written as octal numbers (fstab(5))."""
    rows = (line.split(" ") for line in table.splitlines())
    return [Mount(_without_octals(row[1]), row[2] in _NETWORK_KINDS) for row in rows if len(row) > 2]


def mounts_of_macos(listing: str) -> list[Mount]:
    """The mounts in what mount(8) of macOS prints: `disk on /point (kind, local, ...)`."""
    found = []
    for line in listing.splitlines():
        rest = line.partition(" on ")[2]
        point, opening, options = rest.rpartition(" (")
        if opening:
            found.append(Mount(point, "local" not in options.rstrip(")").split(", ")))
    return found


def _without_octals(text: str) -> str:
    for number, sign in (("040", " "), ("011", "\t"), ("012", "\n"), ("134", "\\")):
        text = text.replace(f"\\{number}", sign)
    return text


def _on_network_drive(path: str) -> bool:
    """Whether a path of Windows is that of a share, or of a drive letter that stands for one."""
    if path.startswith(("\\\\", "//")):
        return not path.startswith(("\\\\?\\", "\\\\.\\")) or path.upper().startswith("\\\\?\\UNC\\")
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it, and types are checked elsewhere too
    return bool(kernel.GetDriveTypeW(os.path.splitdrive(path)[0] + "\\") == _REMOTE_DRIVE)
