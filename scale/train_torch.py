"""Trains the foundation model with PyTorch, on many machines: the same shards, configuration and weights as `prodrome train`.

    prodrome train CONFIG --print > run.json
    torchrun --nproc-per-node 8 scale/train_torch.py run.json [--bf16] [--accumulate N] [--from FOLDER] [--resume]
        [--shards FOLDER] [--validation FOLDER] [--out FOLDER]

One process a GPU (DistributedDataParallel; gloo on CPUs), each with its share of a batch's rows. Evaluates, stops early and
writes checkpoints as the configuration says. `--from` takes the first weights from a model's folder, `--resume` goes on from
the last checkpoint; folders that lie elsewhere than run.json says are named. Needs torch and numpy alone.
"""

import argparse
import hashlib
import json
import math
import os
import pathlib
import shutil
import time
from collections import Counter

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
    return {name: max(1e-9, float(weights.sum())) for name, weights in sums.items()}


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
    """The network of src/model/network.ts; its weights, as run.json names them (dots written as _)."""

    def __init__(self, c, weights):
        super().__init__()
        self.c, self.names = c, [w["name"] for w in weights]
        for w in weights:
            first = torch.nn.Parameter(torch.randn(w["shape"]) * w["spread"])
            self.register_parameter(w["name"].replace(".", "_"), first)

    def w(self, name):
        return getattr(self, name.replace(".", "_"))

    def weights(self):
        return {name: self.w(name).detach().cpu().clone() for name in self.names}

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

    def forward(self, b):
        """The four losses (src/model/losses.ts) as sums over this batch."""
        c, h, losses = self.c, self.states(b), {}
        pick = lambda at: h.gather(1, at.long()[..., None].expand(*at.shape, h.shape[-1]))
        targets, weights = b["targetCodes"].long(), b["targetWeights"]
        if c["nextEvent"]:
            logits = (h @ self.w("code").T + self.w("rate")).float()
            total = logits.logsumexp(-1)
            at = b["targetAt"].long()
            chosen = logits[torch.arange(len(at), device=at.device)[:, None], at, targets]
            losses["event"] = (weights * (total.gather(1, at) - chosen)).sum()
            rate = -torch.log(torch.exp(-total) + SHORTEST_WAIT / YEAR)
            wait = torch.exp(rate) * b["waits"] / YEAR - b["waitHappened"] * rate
            losses["wait"] = (b["waitWeights"] * wait).sum()
        if c["valueBins"]:
            u = pick(b["targetAt"]) @ self.w("bin.state") + self.w("bin.bias") + self.w("code")[targets] @ self.w("bin.code")
            logits = (u * (1 + torch.erf(u))) @ self.w("bin.out") + self.w("bin.out.bias")
            bins = b["targetBins"].long()
            loss = F.cross_entropy(logits.float().flatten(0, 1), bins.flatten(), ignore_index=-1, reduction="none")
            losses["value"] = (weights.flatten() * loss).sum()
        if c["outcomes"] and b["queryAt"].numel():
            losses["outcome"] = self.outcome_loss(b, pick(b["queryAt"]))
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


def learning_rate(t, step):
    if step <= t["warmUp"]:
        return t["learningRate"] * step / t["warmUp"]
    progress = min(1, (step - t["warmUp"]) / max(1, t["steps"] - t["warmUp"]))
    return t["learningRate"] * (t["finalRate"] + (1 - t["finalRate"]) * 0.5 * (1 + math.cos(math.pi * progress)))


def main():
    args = argparse.ArgumentParser()
    args.add_argument("run")
    args.add_argument("--bf16", action="store_true")
    args.add_argument("--resume", action="store_true")
    args.add_argument("--accumulate", type=int, default=1)
    args.add_argument("--from", dest="start")
    for name in ("--shards", "--validation", "--out"):
        args.add_argument(name)
    args = args.parse_args()
    run = json.loads(pathlib.Path(args.run).read_text())
    c, t, data, out = run["network"], run["training"], run["data"], pathlib.Path(args.out or run["out"])
    data.update({name: there for name in ("shards", "validation") if (there := getattr(args, name))})

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
    network = Network(c, run["weights"])
    if args.start:
        _, first = read_tensors(pathlib.Path(args.start) / "model.safetensors")
        with torch.no_grad():
            for name in network.names:
                network.w(name).copy_(torch.from_numpy(np.array(first[name])))
    else:
        start_heads(c, network, shards.first(200))
    network = network.to(device)
    torch.manual_seed(t["seed"] + 1 + rank)  # dropout differs between processes, first weights do not
    model = torch.nn.parallel.DistributedDataParallel(network, find_unused_parameters=True) if world > 1 else network
    groups = [{"params": [network.w(w["name"]) for w in run["weights"] if w["decays"] == decays], "weight_decay": rate}
              for decays, rate in ((True, t["weightDecay"]), (False, 0.0))]  # fmt: skip
    optimiser = torch.optim.AdamW(groups, betas=(t["beta1"], t["beta2"]), eps=t["epsilon"], fused=gpu)
    checkpoint, state = out / "checkpoint.pt", {"step": 0, "best": None, "stale": 0, "log": []}
    if args.resume:
        kept = torch.load(checkpoint, map_location=device)
        network.load_state_dict(kept["weights"]), optimiser.load_state_dict(kept["optimiser"])
        state = kept["state"]

    def losses_of(model, batch, i=0, pieces=1):
        """Sums over the rows of this process, every n-th, and of them over the i-th micro-batch."""
        piece = {k: v[rank * pieces + i :: world * pieces].to(device) for k, v in batch.items()}
        with torch.autocast(device.type, torch.bfloat16, enabled=args.bf16):
            return model(piece)

    def weighted(losses):
        return sum(t["losses"][name] * loss for name, loss in losses.items())

    def means(sums, norms):
        """Losses over all processes, and the loss that they make up."""
        total = torch.tensor([float(sums.get(name, 0)) for name in norms], device=device)
        if world > 1:
            dist.all_reduce(total)
        losses = {name: loss / norms[name] for name, loss in zip(norms, total.tolist())}
        return {"losses": losses, "loss": weighted(losses)}

    def tell(kind, step, **said):
        state["log"].append({"kind": kind, "step": step, **said})
        if rank == 0:
            print(json.dumps(state["log"][-1]), flush=True)

    @torch.no_grad()
    def evaluate(step):
        network.eval()
        sums, norms = Counter(), Counter()
        for batch in validation.first(data["validationBatches"]):
            norms.update(norms_of(batch))
            sums.update({name: float(loss) for name, loss in losses_of(network, batch).items()})
        network.train()
        found = means(sums, norms)
        best = state["best"] is None or found["loss"] < state["best"]["loss"]
        state["stale"] = 0 if best else state["stale"] + 1
        if best:
            state["best"] = {"loss": found["loss"], "weights": network.weights()}
        tell("evaluation", step, **found, best=best)

    def save():
        out.mkdir(parents=True, exist_ok=True)
        (out / "training.ndjson").write_text("".join(json.dumps(line) + "\n" for line in state["log"]))
        kept = {"weights": network.state_dict(), "optimiser": optimiser.state_dict(), "state": state}
        torch.save(kept, f"{checkpoint}.part"), os.replace(f"{checkpoint}.part", checkpoint)

    for step in range(state["step"] + 1, t["steps"] + 1):
        began, batch = time.perf_counter(), shards.batch(step)
        norms, sums = norms_of(batch), Counter()
        for i in range(args.accumulate):
            if world > 1:
                model.require_backward_grad_sync = i == args.accumulate - 1
            found = losses_of(model, batch, i, args.accumulate)
            # Gradients are averaged over processes, and these losses are parts of one sum.
            (world * weighted({name: loss / norms[name] for name, loss in found.items()})).backward()
            sums.update({name: float(loss.detach()) for name, loss in found.items()})
        norm = torch.nn.utils.clip_grad_norm_(network.parameters(), t["clip"] or math.inf)
        rate = learning_rate(t, step)
        for group in optimiser.param_groups:
            group["lr"] = rate
        optimiser.step()
        optimiser.zero_grad(set_to_none=False)
        found, tokens, state["step"] = means(sums, norms), int((batch["codes"] != 0).sum()), step
        if not math.isfinite(found["loss"]):
            raise SystemExit(f"the loss is not finite at step {step}; lower the learning rate")
        speed = round(tokens / (time.perf_counter() - began))
        tell("step", step, **found, norm=float(norm), rate=rate, tokens=tokens, tokensPerSecond=speed)
        last = step == t["steps"]
        if validation and t["evaluateEvery"] and (last or step % t["evaluateEvery"] == 0):
            evaluate(step)
        stop = last or 0 < t["patience"] <= state["stale"]
        if rank == 0 and (stop or t["checkpointEvery"] and step % t["checkpointEvery"] == 0):
            save()
        if stop:
            break

    if rank == 0:
        write_model(run, out, state["best"]["weights"] if state["best"] else network.weights(), state["step"])
    if world > 1:
        dist.destroy_process_group()


def write_model(run, out, weights, steps):
    """The folder that Prodrome serves: weights and configuration, and what was packed beside the shards."""
    packed = pathlib.Path(run["data"]["shards"])
    manifest = packed / "manifest.json"
    data_hash = hashlib.sha256(manifest.read_bytes()).hexdigest() if manifest.exists() else ""
    for name in ("vocabulary.json", "manifest.json"):
        if (packed / name).exists():
            shutil.copy(packed / name, out / name)
    (out / "calibration.json").unlink(missing_ok=True)  # of other weights
    write_tensors(out / "model.safetensors", {name: w.cpu().numpy() for name, w in weights.items()}, data_hash)
    about = {"training": run["training"], "steps": steps, "by": f"train_torch.py, PyTorch {torch.__version__}"}
    config = {"network": run["network"], "about": about, "dataHash": data_hash}
    (out / "config.json").write_text(json.dumps(config, indent=2) + "\n")


if __name__ == "__main__":
    main()
