"""Trains the foundation model with PyTorch, on many machines: the same shards, configuration and weights as `prodrome train`.

    prodrome train CONFIG --print > run.json
    torchrun --nproc-per-node 8 scale/train_torch.py run.json [--bf16] [--accumulate N] [--from FOLDER] [--resume]
        [--shards FOLDER] [--validation FOLDER] [--out FOLDER]

One process a GPU (DistributedDataParallel; gloo on CPUs), each with its share of a batch's rows. `--from` takes the first
weights from a folder of `prodrome train` and the like; without it they are drawn, and the heads start at the rates of the data.
Evaluates, stops early and writes checkpoints as the configuration says; `--resume` goes on from the last one. Folders that lie
elsewhere than run.json says are named. Needs torch and numpy alone.
"""

import argparse
import hashlib
import json
import math
import os
import pathlib
import shutil
import time

import numpy as np
import torch
import torch.distributed as dist
import torch.nn.functional as F

YEAR, SHORTEST_WAIT = 365.25, 0.1
AGE_PERIODS = [200, 100, 50, 25, 12.5, 6.25]
GAP_SCALES = [0.05, 1, 7, 30, 90, YEAR, 3 * YEAR, 10 * YEAR]


def read_tensors(path):
    """safetensors: 8 bytes of header length, JSON, data; each tensor a view of the file."""
    size = int(np.fromfile(path, "<u8", 1)[0])
    header = json.loads(pathlib.Path(path).open("rb").read(8 + size)[8:])
    meta, data = header.pop("__metadata__", {}), np.memmap(path, np.uint8, "r", 8 + size)
    kinds = {"F32": np.float32, "I32": np.int32}
    view = lambda e: data[slice(*e["data_offsets"])].view(kinds[e["dtype"]]).reshape(e["shape"])
    return meta, {name: view(entry) for name, entry in header.items()}


def write_tensors(path, tensors, data_hash):
    header, at = {"__metadata__": {"format": "pt", "dataHash": data_hash}}, 0
    for name, t in tensors.items():
        header[name] = {"dtype": "F32", "shape": list(t.shape), "data_offsets": [at, at := at + 4 * t.size]}
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        for t in tensors.values():
            file.write(np.ascontiguousarray(t, np.float32).tobytes())


def xorshift(*seeds):
    """The random numbers of src/model/random.ts."""
    low, state = 0xFFFFFFFF, 0x9E3779B9
    for seed in seeds:
        state = (state ^ seed) * 0x85EBCA6B & low
        state = (state ^ state >> 13) * 0xC2B2AE35 & low
        state ^= state >> 16
    state = state or 1
    while True:
        state ^= state << 13 & low
        state ^= state >> 17
        state ^= state << 5 & low
        yield state


class Shards:
    """Blocks of consecutive rows, in a new order each epoch: src/model/shards.ts."""

    def __init__(self, folder, tokens, multiple, seed):
        self.blocks, self.seed = [], seed
        for path in sorted(pathlib.Path(folder).glob("[!.]*.safetensors")):
            meta, fields = read_tensors(path)
            length, count = int(meta["length"]), int(meta["rows"])
            rows = max(1, min(tokens // length // multiple, count // multiple)) * multiple
            self.blocks += [(fields, i * rows, rows) for i in range(count // rows)]

    def batch(self, step):
        epoch, i = divmod(step - 1, len(self.blocks))
        order, draw = list(range(len(self.blocks))), xorshift(self.seed, epoch)
        for j in range(len(order) - 1, 0, -1):
            k = next(draw) % (j + 1)
            order[j], order[k] = order[k], order[j]
        return self.read(self.blocks[order[i]])

    def first(self, count):
        return (self.read(block) for block in self.blocks[:count])

    def read(self, block):
        fields, first, rows = block
        return {name: torch.from_numpy(np.array(field[first : first + rows])) for name, field in fields.items()}


def norms_of(batch):
    """Sums of the weights over a whole batch, by which its losses are divided: src/model/feeds.ts."""
    valued = batch["targetWeights"] * (batch["targetBins"] >= 0)
    waited = batch["waitWeights"] * batch["waitHappened"].clamp(min=1)
    sums = {"event": batch["targetWeights"], "wait": waited, "value": valued, "outcome": batch["queryWeights"]}
    return {name: float(weights.sum()) for name, weights in sums.items()}


def at_risk(c, b):
    """Years at risk of each query, outcome and bin, whether it came there, and what weight it has."""
    rows, queries = b["queryAt"].shape
    time, event, entry = (b[f"outcome{n}"].view(rows, queries, -1, 1) for n in ("Times", "Events", "Entries"))
    start = torch.tensor(c["hazardBins"], dtype=torch.float32, device=time.device)
    end = torch.cat([start[1:], start.new_tensor([math.inf])])
    weight = b["queryWeights"][..., None, None] * (time > entry)
    exposure = (torch.minimum(time, end) - torch.maximum(entry, start)).clamp(min=0) / YEAR
    return exposure, event * ((time > start) & (time <= end)), weight


def start_heads(c, network, batches):
    """Rates and hazards over the first batches, where the heads start: src/model/base-rates.ts, src/model/start.ts."""
    o, k = len(c["outcomes"]), len(c["hazardBins"])
    codes, waited = torch.full((c["vocabulary"],), 0.5, dtype=torch.float64), 1.0
    events, years = torch.zeros(o, k, dtype=torch.float64), torch.zeros(o, k, dtype=torch.float64)
    for b in batches:
        codes.index_add_(0, b["targetCodes"].flatten().long(), b["targetWeights"].flatten().double())
        waited += float((b["waitWeights"] * b["waits"]).double().sum()) / YEAR
        if o and b["queryAt"].numel():
            exposure, came, weight = at_risk(c, b)
            years += ((weight > 0) * exposure).double().sum((0, 1))
            events += ((weight > 0) * came).double().sum((0, 1))
    with torch.no_grad():
        if c["nextEvent"]:
            network.w("rate").copy_(torch.log(codes / waited))
        if o:
            overall = (events.sum(1, keepdim=True) + 0.5) / (years.sum(1, keepdim=True) + 1)
            network.w("hazard.base").copy_(torch.log((events + 1) / (years + 1 / overall)))


class Network(torch.nn.Module):
    """The network of src/model/network.ts, weights under the same names (dots written as _)."""

    def __init__(self, c, shapes):
        super().__init__()
        self.c = c
        for name, (shape, spread) in shapes.items():
            w = torch.randn(shape) * spread if spread else torch.zeros(shape)
            self.register_parameter(name.replace(".", "_"), torch.nn.Parameter(w))

    def w(self, name):
        return getattr(self, name.replace(".", "_"))

    def drop(self, x):
        return F.dropout(x, self.c["dropout"], self.training)

    def states(self, b):
        c, (rows, length) = self.c, b["codes"].shape
        codes, measures, z = b["codes"].long(), b["measures"].long(), b["values"][..., None]
        age, gap = b["ages"] / YEAR, b["gaps"].clamp(min=0)
        angles = [f(2 * math.pi * age / p) for p in AGE_PERIODS for f in (torch.sin, torch.cos)]
        near = [torch.exp(-gap / s) for s in GAP_SCALES]
        times = torch.stack([age / 50 - 1, (age / 50 - 1) ** 2, *angles, torch.log1p(gap) / 8, *near], -1)
        x = self.w("code")[codes] + times @ self.w("time")
        if c["measures"]:
            x = x + (measures > 0)[..., None] * (z * self.w("value")[measures] + z * z * self.w("value2")[measures])
        if c["summaries"] and b["queryAt"].numel():
            summaries = b["summaries"].view(rows, -1, c["summaries"]) @ self.w("summary")
            x = x.scatter_add(1, b["queryAt"].long()[..., None].expand_as(summaries), summaries)
        j = torch.arange(length, device=x.device)
        seen = (j >= b["from"][..., None]) & (j < b["to"][..., None]) | (j == j[:, None])
        x = self.drop(x)
        norm = lambda x: F.rms_norm(x, x.shape[-1:], eps=1e-5)
        activation = F.gelu if c["activation"] == "gelu" else lambda x: F.relu(x).square()
        for n in range(c["layers"]):
            linear = lambda x, name: x @ self.w(f"{n}.{name}") + self.w(f"{n}.{name}.bias")
            heads = [t.view(rows, length, c["heads"], -1).transpose(1, 2) for t in linear(norm(x), "qkv").chunk(3, -1)]
            mixed = F.scaled_dot_product_attention(*heads, attn_mask=seen[:, None])
            x = x + self.drop(linear(mixed.transpose(1, 2).reshape(x.shape), "out"))
            x = x + self.drop(linear(activation(linear(norm(x), "up")), "down"))
        return norm(x)

    def forward(self, b, norms):
        """The four losses (src/model/losses.ts): sums over this batch, divided by the norms of the whole."""
        c, h, losses = self.c, self.states(b), {}
        pick = lambda at: h.gather(1, at.long()[..., None].expand(*at.shape, h.shape[-1]))
        targets, weights = b["targetCodes"].long(), b["targetWeights"]
        if c["nextEvent"]:
            logits = (h @ self.w("code").T + self.w("rate")).float()
            total = logits.logsumexp(-1)
            at = b["targetAt"].long()
            chosen = logits[torch.arange(len(at), device=at.device)[:, None], at, targets]
            losses["event"] = (weights * (total.gather(1, at) - chosen)).sum() / norms["event"]
            rate = -torch.log(torch.exp(-total) + SHORTEST_WAIT / YEAR)
            wait = torch.exp(rate) * b["waits"] / YEAR - b["waitHappened"] * rate
            losses["wait"] = (b["waitWeights"] * wait).sum() / norms["wait"]
        if c["valueBins"]:
            u = pick(b["targetAt"]) @ self.w("bin.state") + self.w("bin.bias") + self.w("code")[targets] @ self.w("bin.code")
            logits = (u * (1 + torch.erf(u))) @ self.w("bin.out") + self.w("bin.out.bias")
            bins = b["targetBins"].long()
            loss = F.cross_entropy(logits.float().flatten(0, 1), bins.flatten(), ignore_index=-1, reduction="none")
            losses["value"] = (weights.flatten() * loss).sum() / norms["value"]
        if c["outcomes"] and b["queryAt"].numel():
            losses["outcome"] = self.outcome_loss(b, pick(b["queryAt"])) / norms["outcome"]
        return losses

    def outcome_loss(self, b, h):
        c, (rows, queries) = self.c, b["queryAt"].shape
        o, k = len(c["outcomes"]), len(c["hazardBins"])
        eta = (h @ self.w("hazard")).view(rows, queries, o, k if c["hazardsVary"] else 1)
        if c["summaries"]:
            eta = eta + (b["summaries"].view(rows, queries, -1) @ self.w("hazard.skip"))[..., None]
        eta = (eta + self.w("hazard.base")).float()
        exposure, came, at_risk_weight = at_risk(c, b)
        weight = torch.tensor([one["weight"] for one in c["outcomes"]], device=h.device)[:, None] * at_risk_weight
        return (weight * (torch.exp(eta) * exposure - came * eta)).sum()


def shapes_of(c):
    """Names, shapes and first spreads of all weights: src/model/parameters.ts."""
    d, times, s = c["width"], 3 + 2 * len(AGE_PERIODS) + len(GAP_SCALES), {}
    matrix = lambda name, i, o, spread=None: s.update({name: ((i, o), 0.7 / math.sqrt(i) if spread is None else spread)})
    vector = lambda name, *shape: s.update({name: (shape, 0)})
    matrix("code", c["vocabulary"], d, 0.05)
    if c["measures"]:
        matrix("value", c["measures"] + 1, d, 0.05), matrix("value2", c["measures"] + 1, d, 0)
    matrix("time", times, d, 0.05)
    if c["summaries"]:
        matrix("summary", c["summaries"], d, 0.05)
    into = 0.7 / math.sqrt(2 * max(1, c["layers"]))
    for n in range(c["layers"]):
        for name, i, o, spread in [("qkv", d, 3 * d, None), ("out", d, d, into / math.sqrt(d)),
                                   ("up", d, 4 * d, None), ("down", 4 * d, d, into / math.sqrt(4 * d))]:  # fmt: skip
            matrix(f"{n}.{name}", i, o, spread), vector(f"{n}.{name}.bias", o)
    if c["nextEvent"]:
        vector("rate", c["vocabulary"])
    if c["valueBins"]:
        matrix("bin.state", d, d), matrix("bin.code", d, d), vector("bin.bias", d)
        matrix("bin.out", d, c["valueBins"], 0.1 / math.sqrt(d)), vector("bin.out.bias", c["valueBins"])
    if c["outcomes"]:
        o, k = len(c["outcomes"]), len(c["hazardBins"])
        matrix("hazard", d, o * k if c["hazardsVary"] else o, 0.1 / math.sqrt(d))
        if c["summaries"]:
            matrix("hazard.skip", c["summaries"], o, 0)
        vector("hazard.base", o, k)
    return s


def learning_rate(t, step):
    if step <= t["warmUp"]:
        return t["learningRate"] * step / t["warmUp"]
    progress = min(1, (step - t["warmUp"]) / max(1, t["steps"] - t["warmUp"]))
    return t["learningRate"] * (t["finalRate"] + (1 - t["finalRate"]) * 0.5 * (1 + math.cos(math.pi * progress)))


def main():
    args = argparse.ArgumentParser()
    args.add_argument("run")
    args.add_argument("--bf16", action="store_true")
    args.add_argument("--accumulate", type=int, default=1)
    args.add_argument("--from", dest="start")
    args.add_argument("--resume", action="store_true")
    for name in ("--shards", "--validation", "--out"):  # where they lie on this machine, if not where run.json says
        args.add_argument(name)
    args = args.parse_args()
    run = json.loads(pathlib.Path(args.run).read_text())
    run["data"].update({name: there for name in ("shards", "validation") if (there := getattr(args, name))})
    run["out"] = args.out or run["out"]
    c, t, data, out = run["network"], run["training"], run["data"], pathlib.Path(run["out"])

    world, rank = int(os.environ.get("WORLD_SIZE", 1)), int(os.environ.get("RANK", 0))
    gpu = torch.cuda.is_available()
    device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", 0))) if gpu else torch.device("cpu")
    if gpu:
        torch.cuda.set_device(device)
    if world > 1:
        dist.init_process_group("nccl" if gpu else "gloo")
    shards = Shards(data["shards"], data["tokens"], t["parts"], t["seed"])
    validation = Shards(data["validation"], data["tokens"], t["parts"], t["seed"]) if data.get("validation") else None
    torch.manual_seed(t["seed"])
    shapes = shapes_of(c)
    network = Network(c, shapes)
    if args.start:
        _, first = read_tensors(pathlib.Path(args.start) / "model.safetensors")
        with torch.no_grad():
            for name in shapes:
                network.w(name).copy_(torch.from_numpy(np.array(first[name])))
    else:
        start_heads(c, network, shards.first(200))
    network = network.to(device)
    torch.manual_seed(t["seed"] + 1 + rank)  # dropout differs between processes, first weights do not
    model = torch.nn.parallel.DistributedDataParallel(network, find_unused_parameters=True) if world > 1 else network
    flat = lambda name: name.endswith(".bias") or name in ("rate", "hazard.base")
    groups = [{"params": [network.w(n) for n in shapes if flat(n) == f], "weight_decay": w}
              for f, w in ((False, t["weightDecay"]), (True, 0.0))]  # fmt: skip
    optimiser = torch.optim.AdamW(groups, betas=(t["beta1"], t["beta2"]), eps=t["epsilon"], fused=gpu)
    checkpoint, state = out / "checkpoint.pt", {"step": 0, "best": None, "stale": 0}
    if args.resume:
        kept = torch.load(checkpoint, map_location=device)
        network.load_state_dict(kept["weights"]), optimiser.load_state_dict(kept["optimiser"])
        state = kept["state"]
    if rank == 0:
        out.mkdir(parents=True, exist_ok=True)
        path, kept = out / "training.ndjson", []
        if args.resume and path.exists():
            whole = [line for line in path.read_text().splitlines() if line.endswith("}")]
            kept = [line for line in whole if json.loads(line)["step"] <= state["step"]]
        path.write_text("".join(line + "\n" for line in kept))

    def tell(line):
        if rank == 0:
            print(json.dumps(line), flush=True)
            with (out / "training.ndjson").open("a") as log:
                log.write(json.dumps(line) + "\n")

    def piece(batch, i, pieces):
        """Each process, and in it each micro-batch, takes every n-th row."""
        return {k: v[rank * pieces + i :: world * pieces].to(device) for k, v in batch.items()}

    def summed(losses):
        if world > 1:
            shared = torch.tensor(list(losses.values()), device=device)
            dist.all_reduce(shared)
            losses = dict(zip(losses, shared.tolist()))
        return losses, sum(t["losses"][name] * losses[name] for name in losses)

    def losses_of(batch, i, pieces, norms, model):
        with torch.autocast(device.type, torch.bfloat16, enabled=args.bf16):
            return model(piece(batch, i, pieces), norms)

    @torch.no_grad()
    def evaluated(step):
        network.eval()
        sums, whole = dict.fromkeys(t["losses"], 0.0), dict.fromkeys(t["losses"], 0.0)
        for batch in validation.first(data["validationBatches"]):
            norms = norms_of(batch)
            found = losses_of(batch, 0, 1, dict.fromkeys(norms, 1.0), network)
            whole = {name: whole[name] + norms[name] for name in whole}
            sums = {name: sums[name] + float(torch.as_tensor(found.get(name, 0.0))) for name in sums}
        losses, loss = summed({name: sums[name] / max(1e-9, whole[name]) for name in sums})
        best = state["best"] is None or loss < state["best"]["loss"]
        if best:
            weights = {name: network.w(name).detach().cpu().clone() for name in shapes}
            state.update(best={"step": step, "loss": loss, "weights": weights}, stale=0)
        else:
            state["stale"] += 1
        tell({"kind": "evaluation", "step": step, "losses": losses, "loss": loss, "best": best})
        network.train()

    for step in range(state["step"] + 1, t["steps"] + 1):
        began, batch = time.perf_counter(), shards.batch(step)
        norms = {name: max(1e-9, norm) for name, norm in norms_of(batch).items()}
        losses = dict.fromkeys(t["losses"], 0.0)
        for i in range(args.accumulate):
            if world > 1:
                model.require_backward_grad_sync = i == args.accumulate - 1
            found = losses_of(batch, i, args.accumulate, norms, model)
            # Gradients are averaged over processes, and these losses are parts of one sum.
            (world * sum(t["losses"][name] * loss for name, loss in found.items())).backward()
            losses = {name: losses[name] + float(torch.as_tensor(found.get(name, 0.0)).detach()) for name in losses}
        norm = torch.nn.utils.clip_grad_norm_(network.parameters(), t["clip"] or math.inf)
        for group in optimiser.param_groups:
            group["lr"] = learning_rate(t, step)
        optimiser.step()
        optimiser.zero_grad(set_to_none=False)
        losses, loss = summed(losses)
        if not math.isfinite(loss):
            raise SystemExit(f"the loss is not finite at step {step}; lower the learning rate")
        tokens, state["step"] = int((batch["codes"] != 0).sum()), step
        told = {"norm": float(norm), "rate": learning_rate(t, step), "tokens": tokens}
        speed = round(tokens / (time.perf_counter() - began))
        tell({"kind": "step", "step": step, "losses": losses, "loss": loss, **told, "tokensPerSecond": speed})
        last = step == t["steps"]
        if validation and t["evaluateEvery"] and (last or step % t["evaluateEvery"] == 0):
            evaluated(step)
        stop = t["patience"] > 0 and state["stale"] >= t["patience"]
        if rank == 0 and (last or stop or t["checkpointEvery"] and step % t["checkpointEvery"] == 0):
            kept = {"weights": network.state_dict(), "optimiser": optimiser.state_dict(), "state": state}
            torch.save(kept, f"{checkpoint}.part"), os.replace(f"{checkpoint}.part", checkpoint)
        if stop:
            break

    if rank == 0:
        write_model(run, shapes, state["best"]["weights"] if state["best"] else {n: network.w(n) for n in shapes}, state)
    if world > 1:
        dist.destroy_process_group()


def write_model(run, shapes, weights, state):
    """The folder that Prodrome serves: weights and configuration, and what was packed beside the shards."""
    out, packed = pathlib.Path(run["out"]), pathlib.Path(run["data"]["shards"])
    manifest = packed / "manifest.json"
    data_hash = hashlib.sha256(manifest.read_bytes()).hexdigest() if manifest.exists() else ""
    for name in ("vocabulary.json", "manifest.json"):
        if (packed / name).exists():
            shutil.copy(packed / name, out / name)
    (out / "calibration.json").unlink(missing_ok=True)  # of other weights
    write_tensors(out / "model.safetensors", {n: weights[n].detach().cpu().numpy() for n in shapes}, data_hash)
    about = {"training": run["training"], "steps": state["step"], "by": f"train_torch.py, PyTorch {torch.__version__}"}
    config = {"network": run["network"], "about": about, "dataHash": data_hash}
    (out / "config.json").write_text(json.dumps(config, indent=2) + "\n")


if __name__ == "__main__":
    main()
