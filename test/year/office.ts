import type { PdfOptions } from '@huiyin/adapters/documents/pdf.ts'
import { openPrinter } from '@huiyin/adapters/documents/printer.ts'
import { folderFiles } from '@huiyin/adapters/files/folder.ts'
import type { Store } from '@huiyin/adapters/open.ts'
import type { ReportPorts } from '@huiyin/analyst/reports/ports.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { LetterTarget } from '@huiyin/schemas/letter.ts'
import { ACCOUNTS } from './people.ts'

export type Told = { subject: string; type: HouseEvent['type']; data?: HouseEvent['data'] }

type Of = {
  store: Pick<Store, 'comments' | 'tickets'> & { records: Records }
  folder: string
  now: () => number
  printer?: PdfOptions
}

/** The ports of an office that makes reports, over a store that a year was written into; `told` is what the log heard. */
export function reportingOffice({ store, folder, now, printer = {} }: Of): { ports: ReportPorts; told: Told[] } {
  const told: Told[] = []
  return {
    told,
    ports: {
      ...{ comments: store.comments, tickets: store.tickets, records: store.records },
      files: folderFiles(folder),
      printer: openPrinter(printer),
      clock: { now },
      tell: async (subject, { type, data }) => void told.push({ subject, type, ...(data && { data }) }),
      people: () => ({ persons: [], departments: [], rosters: [], channels: ['smtp'] }),
      accounts: () => ACCOUNTS.map(({ platform, id, name }) => ({ platform, id, name })),
      logger: silent
    }
  }
}

export const ABOVE: LetterTarget = {
  kind: 'address',
  channel: 'smtp',
  address: 'duty@example.gov.cn',
  name: '上级值班室'
}
