#!/usr/bin/env python3
"""Checks that Spark makes the data set that one machine makes, byte for byte, also when an executor is killed on the way.

    python scale/test_corpus_spark.py EXPORT.ndjson[.gz] [--people 120]

Needs PySpark (pip install pyspark==4.3.0) and Java 17; runs two executors in processes of their own on this machine.
"""
import argparse
import gzip
import hashlib
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PRODROME = f"node {HERE.parent / 'bin' / 'prodrome.js'}"
AS_OF = "--as-of 2026-12-31"
CLUSTER = "local-cluster[2,1,1024]"


def contents(folder):
    """Every file of a data set with the SHA-256 of its bytes."""
    files = sorted(path for path in pathlib.Path(folder).rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def run(command, **options):
    print("+", command, flush=True)
    subprocess.run(command, shell=True, check=True, **options)


def executors(ancestor):
    """Process ids of the Spark executors that descend from a process."""
    parents, commands = {}, {}
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            parents[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            commands[int(entry.name)] = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue  # It has ended.

    def descends(process):
        while process in parents:
            if process == ancestor:
                return True
            process = parents[process]
        return False

    return [each for each, command in commands.items() if "CoarseGrainedExecutorBackend" in command and "java" in command and descends(each)]


def filters_run(ancestor_text):
    """Whether a filter of this run is at work."""
    for entry in pathlib.Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and ancestor_text in (entry / "cmdline").read_bytes().decode(errors="replace"):
                return True
        except OSError:
            continue
    return False


def spark(folder, name, kill):
    """Runs the job; with `kill`, ends one executor as soon as the filters are at work. Returns the log."""
    stage, output, log = folder / f"stage-{name}", folder / name, folder / f"{name}.log"
    command = [
        sys.executable, str(HERE / "corpus_spark.py"), "--input", str(folder / "export" / "*.ndjson"), "--stage", str(stage),
        "--output", str(output), "--prodrome", PRODROME, "--key-file", str(folder / "key"), "--deid", AS_OF, "--name", "test",
        "--partitions", "4", "--shards", "2",
    ]
    environment = {**os.environ, "PYSPARK_SUBMIT_ARGS": f"--master {CLUSTER} --conf spark.executor.memory=1g --conf spark.ui.enabled=false pyspark-shell"}
    print("+", " ".join(command), flush=True)
    with open(log, "w") as out:
        job = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=environment)
        killed = False
        while job.poll() is None:
            if kill and not killed and filters_run(f"{stage}/manifests") and len(list((stage / "manifests").glob("*.json"))) >= 1:
                victims = executors(job.pid)
                if victims:
                    os.kill(victims[0], signal.SIGKILL)
                    killed = True
                    print(f"killed executor {victims[0]} after {len(list((stage / 'manifests').glob('*.json')))} partitions", flush=True)
            time.sleep(0.05)
    text = log.read_text()
    if job.returncode != 0:
        sys.exit(f"the job failed:\n{text[-4000:]}")
    if kill and not killed:
        sys.exit("the job was over before an executor could be killed: give it more people")
    return text


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("export")
    arguments.add_argument("--people", type=int, default=120)
    options = arguments.parse_args()
    opener = gzip.open if options.export.endswith(".gz") else open
    with opener(options.export, "rb") as file:
        lines = [line for _, line in zip(range(options.people), file)]

    with tempfile.TemporaryDirectory(prefix="prodrome-spark-") as name:
        folder = pathlib.Path(name)
        (folder / "export").mkdir()
        for part in range(2):
            (folder / "export" / f"{part}.ndjson").write_bytes(b"".join(lines[part::2]))
        run(f"{PRODROME} deid --new-key {folder}/key")
        run(f"{PRODROME} deid {folder}/export {folder}/deid --key-file {folder}/key {AS_OF}")
        run(f"{PRODROME} corpus build {folder}/deid {folder}/one --name test --shards 2")
        one = contents(folder / "one")
        for run_name, kill in (("spark", False), ("spark-killed", True)):
            log = spark(folder, run_name, kill)
            other = contents(folder / run_name)
            different = sorted(path for path in {*one, *other} if one.get(path) != other.get(path))
            lost = log.count("Lost executor") or log.count("ExecutorLostFailure")
            print(f"{run_name}: {len(other)} files, {len(different)} differ from one machine's{'; an executor was lost' if lost else ''}")
            if different:
                sys.exit("\n".join(different))
            if kill and not lost:
                sys.exit("Spark did not notice that an executor was gone")
    print("the same data set, byte for byte")


if __name__ == "__main__":
    main()
