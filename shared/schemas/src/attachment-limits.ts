/** Values alone: the page needs them, and no schemas with them. */

/** What a file may be: bytes each, files and bytes at one place (a ticket, or one dispatch of it), files with one result. */
export const ATTACHMENT_LIMITS = {
  bytes: 10 * 1024 * 1024,
  files: 20,
  total: 50 * 1024 * 1024,
  withResult: 5,
  name: 200
} as const

/** What files are taken, by what they are themselves, with how their names may end. */
export const ATTACHMENT_TYPES = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'text/plain': ['txt'],
  'video/mp4': ['mp4']
} as const satisfies Record<string, readonly string[]>

export type AttachmentType = keyof typeof ATTACHMENT_TYPES
