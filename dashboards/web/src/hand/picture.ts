/** A screenshot as it is sent: base64 in a data address, which the preview shows as it is. */
export type Picture = { name: string; bytes: number; url: string }

const KINDS: readonly string[] = ['image/png', 'image/jpeg', 'image/webp']
export const ACCEPTED = KINDS.join(',')

/** Bytes that a picture may have: what the server takes. */
const LIMIT = 2 * 1024 * 1024

export type Refused = { why: 'big' | 'kind'; bytes: number }

export const isRefused = (of: Picture | Refused): of is Refused => 'why' in of

/** Reads a chosen file, or says why it cannot be taken. Rejects when the browser cannot read it. */
export async function readPicture(file: File): Promise<Picture | Refused> {
  if (!KINDS.includes(file.type)) return { why: 'kind', bytes: file.size }
  if (file.size > LIMIT) return { why: 'big', bytes: file.size }
  return { name: file.name, bytes: file.size, url: await addressOf(file) }
}

const addressOf = (file: File) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })

/** What follows the comma of a data address. */
export const base64Of = ({ url }: Picture) => url.slice(url.indexOf(',') + 1)

/** 340 KB, 1.8 MB. */
export const sizeWords = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
