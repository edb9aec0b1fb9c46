"""The series of many subjects made anew, by as many processes as there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportdiff.api.batch import Aligned, SubjectFiles, align_subject_files
from reportdiff.api.engine import HERE, Workers, map_in_order
from reportdiff.records.files import read_stored_bytes
from reportdiff.records.json import MAX_BYTES
from reportdiff.store.ids import subject_of
from reportdiff.store.series import write_made, write_series
from reportdiff.store.snapshots import ANNOTATIONS, RECORD, TEXT, Store, list_ids


def write_series_of(store: Store, subjects: Iterable[str], workers: Workers = HERE) -> None:
    """Write ``series.json`` of each of *subjects*, as its snapshots and annotations now are.

    Raises :class:`UnreadableInput` when a snapshot is damaged, or the store is locked or cannot be written.
    """
    wanted = sorted(set(subjects))
    corrected = [subject for subject in wanted if (store.folder / subject / ANNOTATIONS).exists()]
    plain = [subject for subject in wanted if subject not in corrected]
    if workers.executor is None:
        corrected, plain = wanted, []
    left = list(corrected)
    for aligned in map_in_order(align_subject_files, _files(store, plain), workers):
        done = isinstance(aligned, Aligned) and write_made(store, aligned.subject, aligned.made_from, aligned.data)
        if not done:
            left.append(aligned.subject if isinstance(aligned, Aligned) else aligned.place)
    for subject in left:
        from reportdiff.compare.joining.subject_series import align_subject

        write_series(store, subject, align_subject)


def _files(store: Store, subjects: Iterable[str]) -> Iterator[SubjectFiles]:
    own: dict[str, list[str]] = {}
    for known in list_ids(store):
        own.setdefault(subject_of(known), []).append(known)
    for subject in subjects:
        files = []
        for known in own.get(subject, []):
            folder = store.path_of(known)
            record = read_stored_bytes(folder / RECORD, store.folder, limit=MAX_BYTES)
            text = read_stored_bytes(folder / TEXT, store.folder).decode("utf-8", "replace")
            files.append((f"{folder.name}/{RECORD}", record, text))
        if files:
            yield SubjectFiles(subject=subject, files=tuple(files))
