import { saveBlob } from '../data/save-file.ts'

/** A canvas as a PNG file. Throws where the browser has no memory for it. */
export async function saveCanvas(canvas: HTMLCanvasElement, name: string): Promise<void> {
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new Error('the canvas could not be written as PNG')
  saveBlob(blob, name)
}
