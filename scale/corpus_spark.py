#!/usr/bin/env python3
"""Makes a MEDS data set of an export that is too large for one machine, by Apache Spark.

Spark only cuts the export in pieces, pipes them through the filters of Prodrome, and brings each shard's events together; what an
event is, how it is sorted and written, is Prodrome's alone, so that the result is the very one of `prodrome deid` and
`prodrome corpus build` on one machine. See docs/scale.md.

    spark-submit scale/corpus_spark.py --input export/*.ndjson --stage /shared/stage --output /shared/corpus --key-file KEY

Input: NDJSON, one FHIR Bundle of one person a line. `--stage` is a folder that all executors and the driver see.
"""
import argparse
import hashlib
import os
import shlex
import shutil
import subprocess
import tempfile
import threading

from pyspark import StorageLevel
from pyspark.sql import SparkSession

EVENTS_PER_SHARD = 4_000_000  # as src/corpus/write/shards.ts has it

# The manifest proves to the second filter that its input is what the first wrote. A line that cannot be read is said in it, and
# costs only itself: the filters fail when there was nothing else, but what they leave behind shows that they came to the end.
DEIDENTIFY_AND_BUILD = """
{{ {prodrome} deid - {deid} --manifest "$DRAFT/manifest.json" || [ -s "$DRAFT/manifest.json" ]; }} |
{{ {prodrome} corpus build - --manifest "$DRAFT/manifest.json" --report "$DRAFT/report.json" || [ -s "$DRAFT/report.json" ]; }}
"""


def through(command, lines, stage, keep=lambda draft: None):
    """The output lines of a shell command that is fed `lines`; its failure is the task's, which Spark tries again.

    `keep` is called with the folder of drafts ($DRAFT of the command) when all went well, and only by the process that fed the
    command to its last line: what the filters of a lost executor make of half a partition is never kept.
    """
    draft = tempfile.mkdtemp(prefix=".draft-", dir=stage)
    command = ["bash", "-c", "set -euo pipefail\n" + command]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "DRAFT": draft})
    failures = []

    def feed():
        try:
            for line in lines:
                process.stdin.write(line.encode() + b"\n")
            process.stdin.close()
        except BrokenPipeError:
            pass  # The command has ended, and its exit status says how.
        except BaseException as failure:  # An end of the input that is none must not look like one.
            failures.append(failure)
            process.kill()

    feeder = threading.Thread(target=feed)
    feeder.start()
    try:
        for line in process.stdout:
            yield line.decode().rstrip("\n")
        feeder.join()
        status = process.wait()
        if failures:
            raise failures[0]
        if status != 0:
            raise RuntimeError(f"the filter ended with {status}")
        keep(draft)
    finally:
        process.kill()
        shutil.rmtree(draft, ignore_errors=True)


def unless_empty(lines, make):
    """What `make` yields of the lines; nothing when there are none."""
    first = next((line for line in lines if line.strip()), None)
    return iter(()) if first is None else make(line for part in ([first], lines) for line in part)


def keep_by_content(folder):
    """Keeps the manifest of a draft under the name of its content: a partition that is done again leaves the same file."""

    def keep(draft):
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(draft, "manifest.json")
        with open(path, "rb") as file:
            name = hashlib.sha256(file.read()).hexdigest()[:32]
        os.replace(path, os.path.join(folder, name + ".json"))

    return keep


def shard_of(line, shards):
    """Shards are equal ranges of the 63 bits of the subject id, which stands first in a line."""
    return int(line[len('{"subject_id":'):line.index(",")]) * shards >> 63


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--input", required=True)
    arguments.add_argument("--stage", required=True)
    arguments.add_argument("--output", required=True)
    arguments.add_argument("--prodrome", default="prodrome", help="how Prodrome is called on the executors")
    arguments.add_argument("--key-file", help="on every executor; else PRODROME_DEID_KEY of their environment")
    arguments.add_argument("--deid", default="", help="more options of prodrome deid")
    arguments.add_argument("--splits", default="0.8,0.1,0.1")
    arguments.add_argument("--name", help="of the data set")
    arguments.add_argument("--partitions", type=int, default=0, help="pieces of the export at least; about 500 people each do well. Files that are gzipped are one piece each")
    arguments.add_argument("--shards", type=int, default=0, help="by the number of events when absent")
    options = arguments.parse_args()

    stage, manifests = options.stage, os.path.join(options.stage, "manifests")
    os.makedirs(manifests, exist_ok=True)
    key = f"--key-file {shlex.quote(options.key_file)}" if options.key_file else ""
    build = DEIDENTIFY_AND_BUILD.format(prodrome=options.prodrome, deid=f"{key} {options.deid}")

    def events_of(lines):
        return through(build, lines, stage, keep_by_content(manifests))

    spark = SparkSession.builder.appName("prodrome corpus").getOrCreate().sparkContext
    people = spark.textFile(options.input, options.partitions or None)
    events = people.mapPartitions(lambda lines: unless_empty(lines, events_of)).persist(StorageLevel.DISK_ONLY)

    shards, count = 1, events.count()
    while shards * EVENTS_PER_SHARD < count:
        shards *= 2
    shards = options.shards or shards

    def write(number, keyed):
        command = f"{options.prodrome} corpus shard {shlex.quote(stage)} --shard {number}/{shards} --splits {options.splits}"
        return unless_empty((line for _, line in keyed), lambda lines: through(command, lines, stage))

    by_shard = events.map(lambda line: (shard_of(line, shards), line)).partitionBy(shards, lambda shard: shard)
    for done in by_shard.mapPartitionsWithIndex(write).collect():
        print(done)
    finish = shlex.split(options.prodrome) + ["corpus", "finish", stage, options.output, "--manifest", manifests]
    finish += (["--name", options.name] if options.name else [])
    subprocess.run(finish, check=True)


if __name__ == "__main__":
    main()
