#!/usr/bin/env python3
"""Spreads a filter of Prodrome over Apache Spark: risks of a population, or a de-identified export. See docs/scale.md.

    spark-submit --py-files scale/corpus_spark.py scale/filter_spark.py predict --input 'export/*.ndjson' --output /shared/risks \\
        --options '--model /models/ours --as-of 2026-12-31'
    spark-submit --py-files scale/corpus_spark.py scale/filter_spark.py deid --input 'export/*.ndjson' --output /shared/deid \\
        --options '--as-of 2026-12-31 --key-file /secrets/deid.key'

Input: NDJSON, one FHIR Bundle of one person a line. Output: a new folder, which executors and driver see, of part-00000.ndjson and
so on in the order of the input; a part takes its place only when it is whole, and to do it again gives the same. For deid with the
manifest and report of all parts, so that `prodrome corpus build` takes the folder.
"""
import argparse
import hashlib
import json
import os
import shutil
import shlex

from pyspark.sql import SparkSession

import corpus_spark

PROOF = {"predict": "report.json", "deid": "manifest.json"}
# A filter fails when nothing could be read, or for deid any line; what it leaves behind shows that it came to the end.
FILTER = {
    "predict": '{prodrome} predict - --format ndjson {options} --report "$DRAFT/report.json"',
    "deid": '{prodrome} deid - {options} --report "$DRAFT/report.json" --manifest "$DRAFT/manifest.json"',
}


def part_of(number, lines, command, output):
    """Writes one part and yields its number, unless there are no lines."""
    name = f"part-{number:05d}"

    def keep(draft):
        for file in ("manifest.json", "report.json"):
            if os.path.exists(os.path.join(draft, file)):
                os.replace(os.path.join(draft, file), os.path.join(output, "_parts", f"{name}.{file}"))
        os.replace(os.path.join(draft, "out"), os.path.join(output, f"{name}.ndjson"))

    def make(own):
        yield from corpus_spark.through(command, own, os.path.join(output, "_parts"), keep)
        yield name

    return corpus_spark.unless_empty(lines, make)


def read(output, name, file):
    with open(os.path.join(output, "_parts", f"{name}.{file}")) as source:
        return json.load(source)


def join_manifests(output, names):
    """One manifest and one report of all parts, as `prodrome deid` leaves them in a folder."""
    manifests = [read(output, name, "manifest.json") for name in names]
    whole = {key: value for key, value in manifests[0].items() if key not in ("files", "setAside", "report")}
    for name, manifest in zip(names, manifests):
        if any(manifest[key] != whole[key] for key in whole):
            raise RuntimeError(f"{name} was made with another key, other rules or another version")
    files = [{**file, "name": f"{name}.ndjson"} for name, manifest in zip(names, manifests) for file in manifest["files"]]
    aside = [{**each, "input": f"{name}.ndjson {each['input']}"} for name, manifest in zip(names, manifests) for each in manifest["setAside"]]
    report = json.dumps({"parts": {name: read(output, name, "report.json") for name in names}}, indent=2) + "\n"
    digest = hashlib.sha256(report.encode()).hexdigest()
    with open(os.path.join(output, "deid-report.json"), "w") as file:
        file.write(report)
    with open(os.path.join(output, "deid-manifest.json"), "w") as file:
        file.write(json.dumps({**whole, "files": files, "setAside": aside, "report": digest}, indent=2) + "\n")
    return len(aside)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("filter", choices=sorted(FILTER))
    arguments.add_argument("--input", required=True)
    arguments.add_argument("--output", required=True)
    arguments.add_argument("--options", default="", help="of the filter")
    arguments.add_argument("--prodrome", default="prodrome", help="how Prodrome is called on the executors")
    arguments.add_argument("--partitions", type=int, default=0, help="pieces of the export at least; about 500 people each do well")
    options = arguments.parse_args()
    output = options.output
    if os.path.isdir(output) and os.listdir(output):
        arguments.error(f"{output} is not empty")
    os.makedirs(os.path.join(output, "_parts"))

    run = FILTER[options.filter].format(prodrome=options.prodrome, options=options.options)
    command = f'{{ {run} || [ -s "$DRAFT/{PROOF[options.filter]}" ]; }} > "$DRAFT/out"'
    spark = SparkSession.builder.appName(f"prodrome {options.filter}").getOrCreate().sparkContext
    spark.addPyFile(corpus_spark.__file__)
    people = spark.textFile(options.input, options.partitions or None)
    names = people.mapPartitionsWithIndex(lambda number, lines: part_of(number, lines, command, output)).collect()
    if options.filter == "deid" and names:
        failed = join_manifests(output, names)
    else:
        failed = sum(len(read(output, name, "report.json")["failed"]) for name in names)
    shutil.rmtree(os.path.join(output, "_parts"))
    print(f"{output}: {len(names)} parts; {failed} lines could not be read")


if __name__ == "__main__":
    main()
