import type { ChartData } from "./chart-data.ts";

const copied = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "font-variant-numeric",
  "text-anchor",
  "paint-order",
];
const scale = 2;
const margin = 16;
const head = 52;

/** The picture with its title, unit and source, twice the size it has on the page; null where the browser cannot. */
export async function drawPng(svg: SVGSVGElement, data: ChartData): Promise<Blob | null> {
  const { width, height } = svg.getBoundingClientRect();
  const canvas = document.createElement("canvas");
  canvas.width = (width + 2 * margin) * scale;
  canvas.height = (height + head + 28 + 2 * margin) * scale;
  const context = canvas.getContext("2d");
  const image = await loadImage(standAlone(svg, width, height));
  if (context === null || image === null) return null;

  const page = getComputedStyle(document.documentElement);
  context.scale(scale, scale);
  context.fillStyle = page.getPropertyValue("--paper");
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, margin, margin + head, width, height);
  context.fillStyle = page.getPropertyValue("--ink");
  context.font = `600 16px ${page.fontFamily}`;
  context.fillText(data.title, margin, margin + 16, width);
  context.font = `13px ${page.fontFamily}`;
  context.fillText(`${data.unit} · n = ${data.n} · ${data.window}`, margin, margin + 38, width);
  context.fillText(`Source: ${data.source}`, margin, margin + head + height + 22, width);
  return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

/** A copy that carries its styles with it: an image sees no stylesheet of the page. */
function standAlone(svg: SVGSVGElement, width: number, height: number): string {
  const markup = new XMLSerializer().serializeToString(svg);
  const copy = new DOMParser().parseFromString(markup, "image/svg+xml").documentElement;
  const copies = copy.querySelectorAll("*");
  svg.querySelectorAll("*").forEach((element, index) => {
    const style = getComputedStyle(element);
    const text = copied.map((name) => `${name}:${style.getPropertyValue(name)}`).join(";");
    copies[index]?.setAttribute("style", text);
  });
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
}

async function loadImage(source: string): Promise<HTMLImageElement | null> {
  const image = new Image();
  image.src = source;
  return await image.decode().then(
    () => image,
    () => null,
  );
}
