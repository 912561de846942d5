import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { EntryView } from '@huiyin/schemas/api-register.ts'
import type { RegisterEntry } from '@huiyin/schemas/register.ts'
import { masked } from '../masking.ts'

/** As somebody may read it: who does not read personal data reads what people wrote masked. */
export function entryView({ commands: _, files, ...entry }: RegisterEntry, actor: Actor, now: number): EntryView {
  const { state, appealUntil = 0, appeals } = entry
  const view: EntryView = {
    ...entry,
    files: files.map(({ name, ...file }) => ({ ...file, fileName: name })),
    appealable: state === 'decided' && now < appealUntil,
    overdue: state === 'appealed' && now > (appeals.at(-1)?.dueAt ?? now)
  }
  return mayDo(actor, 'personal.read') ? view : { ...masked(view), title: maskPersonal(view.title) }
}
