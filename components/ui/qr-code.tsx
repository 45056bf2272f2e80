import { create } from "qrcode";

/** A QR code as one path, dark on white also in the dark (scanners need it), with its quiet zone. */
export function QrCode({ text, label, className = "size-[208px]" }: { text: string; label: string; className?: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const path = Array.from({ length: size }, (_, y) => y)
    .flatMap((y) => Array.from({ length: size }, (_, x) => (data[y * size + x] ? `M${x + 4} ${y + 4}h1v1h-1z` : "")))
    .join("");
  return (
    <svg viewBox={`0 0 ${size + 8} ${size + 8}`} role="img" aria-label={label} className={className} shapeRendering="crispEdges">
      <rect width="100%" height="100%" fill="#ffffff" />
      <path d={path} fill="#14212e" />
    </svg>
  );
}
