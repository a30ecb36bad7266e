/** Regular files of an uncompressed tar archive (ustar). */
export function filesInTar(archive: Buffer): { name: string; bytes: Buffer }[] {
  const files: { name: string; bytes: Buffer }[] = [];
  let at = 0;
  while (at + 512 <= archive.length && archive[at] !== 0) {
    const field = (from: number, size: number): string =>
      archive.toString('utf8', at + from, at + from + size).replace(/\0.*$/s, '');
    const size = Number.parseInt(field(124, 12).trim() || '0', 8);
    const type = field(156, 1);
    const prefix = field(345, 155);
    const name = field(0, 100);
    if (type === '' || type === '0')
      files.push({
        name: prefix === '' ? name : `${prefix}/${name}`,
        bytes: archive.subarray(at + 512, at + 512 + size),
      });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
