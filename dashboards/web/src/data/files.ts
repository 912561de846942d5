import type { TicketView } from '@huiyin/schemas/api.ts'
import { ATTACHMENT_LIMITS, ATTACHMENT_TYPES } from '@huiyin/schemas/attachment-limits.ts'
import { useMutation } from '@tanstack/react-query'
import { newKey, segment } from './acts.ts'
import { api, told, within } from './http.ts'

/** Files of a ticket. */

const UPLOAD = 180_000 // ms: ten megabytes take their time

/** What a file chooser offers. */
export const ACCEPTED = Object.values(ATTACHMENT_TYPES)
  .flat()
  .map(end => `.${end}`)
  .join(',')

/** A file that is to be added, with the key of that decision: tried again it is added once. */
export type Chosen = { file: File; key: string }

export const chosen = (file: File): Chosen => ({ file, key: newKey() })

export const isTooBig = ({ size }: File) => size > ATTACHMENT_LIMITS.bytes

export const addressOf = (ticket: string, id: string) => `/api/tickets/${segment(ticket)}/attachments/${segment(id)}`

export const useAddFile = (ticket: string, onAdded: (view: TicketView) => void) =>
  useMutation({
    mutationFn: ({ file, key }: Chosen): Promise<TicketView> =>
      told(
        api.POST('/api/tickets/{id}/attachments', {
          params: { path: { id: ticket }, header: { 'idempotency-key': key } },
          body: { file: file.name },
          bodySerializer: () => {
            const form = new FormData()
            form.append('file', file)
            return form
          },
          fetch: within(UPLOAD)
        })
      ),
    onSuccess: onAdded
  })
