import type { House } from '@huiyin/domain/escalation/recipients.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { Files } from '@huiyin/ports/files.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Printer } from '@huiyin/ports/printer.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Tell } from '@huiyin/ports/tell.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { PublicAccount } from '@huiyin/schemas/account.ts'

/** What making reports asks of the world. */
export interface ReportPorts {
  comments: Comments
  tickets: Tickets
  records: Records
  files: Files
  printer: Printer
  clock: Clock
  tell: Tell
  /** Who can be told. */
  people: () => House
  /** All accounts that are known, the retired too. */
  accounts: () => readonly Pick<PublicAccount, 'platform' | 'id' | 'name'>[]
  logger: Logger
}
