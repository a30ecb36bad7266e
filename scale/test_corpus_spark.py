#!/usr/bin/env python3
"""Checks that Spark makes what one machine makes, byte for byte, also when an executor is killed on the way.

    python scale/test_corpus_spark.py EXPORT.ndjson[.gz] [--people 40]

Needs PySpark (pip install pyspark==4.3.0) and Java 17; runs two executors in processes of their own on this machine. Nothing in it
waits for a moment: the filters of the executor that is to be killed stand still until it is.
"""
import argparse
import collections
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
NODE_PRODROME = ["node", str(HERE.parent / "bin" / "prodrome.js")]
AS_OF = "--as-of 2026-12-31"
CLUSTER = "local-cluster[2,1,1024]"
PARTITIONS = 4
PATIENCE = 1800  # Seconds, for a machine that has much else to do.


def executor_of(process):
    """The Spark executor from which a process descends, and 0 when there is none."""
    while process > 1:
        try:
            command = pathlib.Path(f"/proc/{process}/cmdline").read_bytes()
            if b"CoarseGrainedExecutorBackend" in command and b"java" in command:
                return process
            process = int(pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            break
    return 0


def as_prodrome(watch, arguments):
    """Stands in for `prodrome` on the executors: notes who calls it, and holds the second partition of one executor until told."""
    watch, own = pathlib.Path(watch), executor_of(os.getpid())
    if arguments[:1] == ["deid"]:
        calls = watch / f"calls-{own}"
        calls.touch()
        with open(calls, "a") as file:
            file.write("deid\n")
        if (watch / "hold").exists() and len(calls.read_text().splitlines()) == 2:
            # Only one executor is held: the one that gets here first.
            try:
                os.close(os.open(watch / "held", os.O_CREAT | os.O_EXCL))
                (watch / "victim").write_text(str(own))
                deadline = time.monotonic() + PATIENCE
                while not (watch / "released").exists() and time.monotonic() < deadline:
                    time.sleep(0.05)
            except FileExistsError:
                pass
    os.execvp(NODE_PRODROME[0], NODE_PRODROME + arguments)


def contents(folder):
    """Every file of a data set with the SHA-256 of its bytes."""
    files = sorted(path for path in pathlib.Path(folder).rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def run(command, **options):
    print("+", command, flush=True)
    subprocess.run(command, shell=True, check=True, **options)


def submit(log, watch, script, *arguments):
    """Starts a job on the small cluster."""
    command = [sys.executable, str(HERE / script), *arguments, "--partitions", str(PARTITIONS)]
    command += ["--prodrome", f"{sys.executable} {HERE / 'test_corpus_spark.py'} --as-prodrome {watch}"]
    settings = {"spark.executor.memory": "1g", "spark.ui.enabled": "false", "spark.network.timeout": "600s", "spark.driver.host": "127.0.0.1"}
    submit_args = f"--master {CLUSTER} " + " ".join(f"--conf {name}={value}" for name, value in settings.items()) + " pyspark-shell"
    watch.mkdir()
    print("+", " ".join(command), flush=True)
    with open(log, "w") as out:
        return subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env={**os.environ, "PYSPARK_SUBMIT_ARGS": submit_args})


def calls_of(watch):
    """How many partitions each executor began."""
    return collections.Counter({int(path.name.split("-")[1]): len(path.read_text().splitlines()) for path in watch.glob("calls-*")})


def finished(job, log):
    if job.wait(timeout=PATIENCE) != 0:
        sys.exit(f"the job failed:\n{log.read_text()[-4000:]}")
    return log.read_text()


def corpus(folder, name, kill):
    """Runs the corpus job; with `kill`, ends an executor that has done a partition and stands in its second. Returns what was called."""
    log, watch = folder / f"{name}.log", folder / f"watch-{name}"
    job = submit(
        log, watch, "corpus_spark.py", "--input", str(folder / "export" / "*.ndjson"), "--stage", str(folder / f"stage-{name}"),
        "--output", str(folder / name), "--key-file", str(folder / "key"), "--deid", AS_OF, "--name", "test", "--shards", "2",
    )
    if not kill:
        finished(job, log)
        calls = calls_of(watch)
        if sum(calls.values()) != PARTITIONS:
            sys.exit(f"{sum(calls.values())} partitions were begun, not {PARTITIONS}")
        return
    (watch / "hold").touch()
    deadline = time.monotonic() + PATIENCE
    while not (watch / "victim").exists():
        if job.poll() is not None or time.monotonic() > deadline:
            sys.exit(f"no executor came to its second partition:\n{log.read_text()[-4000:]}")
        time.sleep(0.05)
    while not (victim := (watch / "victim").read_text()):
        time.sleep(0.05)
    before = calls_of(watch)
    os.kill(int(victim), signal.SIGKILL)
    (watch / "released").touch()
    text = finished(job, log)
    after = calls_of(watch)
    lost = before[int(victim)]
    print(f"killed executor {victim} in its partition {lost}; {sum(after.values())} partitions were begun in all, of {PARTITIONS}")
    if "Lost executor" not in text and "ExecutorLostFailure" not in text:
        sys.exit("Spark did not notice that an executor was gone")
    if sum(after.values()) > PARTITIONS + lost:
        sys.exit(f"more was done again than the {lost} partitions of the lost executor")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("export")
    arguments.add_argument("--people", type=int, default=40)
    options = arguments.parse_args()
    opener = gzip.open if options.export.endswith(".gz") else open
    with opener(options.export, "rb") as file:
        lines = [line for _, line in zip(range(options.people), file)]
    prodrome = " ".join(NODE_PRODROME)
    start = time.monotonic()

    with tempfile.TemporaryDirectory(prefix="prodrome-spark-") as name:
        folder = pathlib.Path(name)
        (folder / "export").mkdir()
        for part in range(2):
            # A line that is no record costs only itself, on one machine and on several.
            broken = b"" if part else b'{"resourceType":\n'
            (folder / "export" / f"{part}.ndjson").write_bytes(broken + b"".join(lines[part::2]))
        (folder / "whole.ndjson").write_bytes(b"".join(lines[0::2] + lines[1::2]))
        (folder / "in").mkdir()
        for part in range(2):
            (folder / "in" / f"{part}.ndjson").write_bytes(b"".join(lines[part::2]))
        run(f"{prodrome} deid --new-key {folder}/key")
        run(f"{prodrome} deid {folder}/in {folder}/deid --key-file {folder}/key {AS_OF}")
        run(f"{prodrome} corpus build {folder}/deid {folder}/one --name test --shards 2")
        one = contents(folder / "one")

        def same(label, other):
            different = sorted(path for path in {*one, *other} if one.get(path) != other.get(path))
            print(f"{label}: {len(other)} files, {len(different)} differ from one machine's; {time.monotonic() - start:.0f} s", flush=True)
            if different:
                sys.exit("\n".join(different))

        for run_name, kill in (("spark", False), ("spark-killed", True)):
            corpus(folder, run_name, kill)
            same(run_name, contents(folder / run_name))

        # The filters: an export de-identified in parts is a source of a corpus; risks are those of one machine, line by line.
        for filter_name, more in (("deid", f"{AS_OF} --key-file {folder}/key"), ("predict", AS_OF)):
            log = folder / f"{filter_name}.log"
            job = submit(
                log, folder / f"watch-{filter_name}", "filter_spark.py", filter_name, "--input", str(folder / "export" / "*.ndjson"),
                "--output", str(folder / f"out-{filter_name}"), "--options", more,
            )
            text = finished(job, log)
            if "1 lines could not be read" not in text:
                sys.exit(f"the broken line was not counted:\n{text[-2000:]}")
        run(f"{prodrome} corpus build {folder}/out-deid {folder}/of-parts --name test --shards 2")
        same("de-identified in parts", contents(folder / "of-parts"))
        run(f"{prodrome} predict - --format ndjson {AS_OF} < {folder}/whole.ndjson > {folder}/risks.ndjson")
        parts = b"".join(path.read_bytes() for path in sorted((folder / "out-predict").glob("part-*.ndjson")))
        if not parts or parts != (folder / "risks.ndjson").read_bytes():
            sys.exit("the risks are not those of one machine")
        print(f"risks of {len(parts.splitlines())} people: the same, byte for byte")
    print(f"all the same as on one machine; {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--as-prodrome"]:
        as_prodrome(sys.argv[2], sys.argv[3:])
    main()
