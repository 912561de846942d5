import type { ImportReport, RevisionList } from '@huiyin/schemas/api-settings.ts'
import type { Department } from '@huiyin/schemas/departments.ts'
import type { Ask } from '../control/messages.ts'
import type { SettingsAtTerminal } from './at-terminal.ts'
import { piecesOf } from './pieces.ts'

/** The settings of the process that owns the folder, over a conversation with it. */
export function settingsOver(ask: <T>(message: Ask) => Promise<T>): SettingsAtTerminal {
  const whole = async <T>(message: Ask): Promise<T> => {
    const count = await ask<number>(message)
    let text = ''
    for (let i = 0; i < count; i++) text += await ask<string>({ ask: 'piece.get' })
    return JSON.parse(text) as T
  }
  return {
    export: (what, by) => whole<string>({ ask: 'settings.export', by, ...(what && { what: [...what] }) }),
    async import(text, digest, by) {
      for (const piece of piecesOf(text)) await ask({ ask: 'piece.put', text: piece })
      return whole<ImportReport>({ ask: 'settings.import', by, ...(digest !== undefined && { digest }) })
    },
    history: ({ what, id }, by) => whole<RevisionList>({ ask: 'settings.history', what, id, by }),
    departments: () => whole<Department[]>({ ask: 'settings.departments' })
  }
}
