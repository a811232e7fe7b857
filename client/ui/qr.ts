/** A link as a QR code: one path of dark modules, to be drawn as SVG. */
import qrcode from 'qrcode-generator';

export interface QrModules {
  /** Modules a side, without the quiet zone of four that a scanner needs. */
  readonly size: number;
  /** SVG path of the dark modules, one unit each. */
  readonly path: string;
}

/** The modules of a text (error correction M, or L when it is long); null when it is too long for any QR code (about 2.9 kB). */
export function qrModules(text: string): QrModules | null {
  try {
    const code = qrcode(0, text.length > 600 ? 'L' : 'M');
    code.addData(text, 'Byte');
    code.make();
    const size = code.getModuleCount();
    const runs: string[] = [];
    for (let y = 0; y < size; y += 1) {
      for (let x = 0; x < size; x += 1) {
        let end = x;
        while (end < size && code.isDark(y, end)) end += 1;
        if (end > x) runs.push(`M${x} ${y}h${end - x}v1H${x}z`);
        x = Math.max(x, end);
      }
    }
    return { size, path: runs.join('') };
  } catch {
    return null;
  }
}

/** The code as a file of its own, black on white with its quiet zone. */
export const printSvg = ({ size, path }: QrModules): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 ${size + 8} ${size + 8}" shape-rendering="crispEdges"><path fill="#fff" d="M-4-4h${size + 8}v${size + 8}H-4z"/><path d="${path}"/></svg>\n`;
