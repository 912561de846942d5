import { api, told, within } from './http.ts'

const PATIENCE = 180_000 // ms: it may have to be printed first

/** Saves what an address of the api answers; what it refuses is thrown as ApiProblem, to be said in words. */
export async function saveFile(address: string, name: string): Promise<void> {
  const file: unknown = await told(
    api.GET(address as '/api/figures', { parseAs: 'blob', fetch: within(PATIENCE) }) // any address: what comes are bytes
  )
  saveBlob(file as Blob, name)
}

/** Hands a file that is here to the browser. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
