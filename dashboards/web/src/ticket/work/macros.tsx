import type { MacroApplied, MacroRow } from '@huiyin/schemas/api-jobs.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popover } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { newKey } from '../../data/acts.ts'
import { api, told } from '../../data/http.ts'
import { useMay } from '../../data/may.ts'
import { renewTicket } from '../../data/tickets.ts'
import { keyHint } from '../../keys/key-hint.ts'
import { useShortcuts } from '../../keys/use-shortcuts.ts'
import { known, t } from '../../language.ts'
import { problemWords } from '../../problem-words.ts'
import { useDesk } from '../desk.ts'
import style from './work.module.css'

const SELDOM = 60_000 // ms

export const useMacros = (enabled: boolean) =>
  useQuery({
    queryKey: ['macros'],
    queryFn: async () => (await told(api.GET('/api/macros'))).rows,
    staleTime: SELDOM,
    enabled
  })

/** Several acts under one name, done one after the other. */
export function Macros() {
  const { busy } = useDesk()
  const may = useMay()('macro.use')
  const [open, setOpen] = useState(false)
  useShortcuts({ macro: () => (may && busy === undefined ? setOpen(true) : false) })
  if (!may) return null
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      destroyOnHidden
      onOpenChange={setOpen}
      content={<MacroList />}
    >
      <Button aria-expanded={open} disabled={busy !== undefined} title={keyHint('macro')}>
        {t('macro.open')}
      </Button>
    </Popover>
  )
}

/** Under a key of its own; while it is not known whether it was done, the same is asked again. */
function useApply(ticket: string, seen: number, from: string | undefined) {
  const client = useQueryClient()
  const key = useRef({ of: '', key: '' })
  return useMutation({
    mutationFn: (macro: string): Promise<MacroApplied> => {
      if (key.current.of !== macro) key.current = { of: macro, key: newKey() }
      const header = { 'idempotency-key': key.current.key, 'if-match': String(seen) }
      const body = { macro, ...(from !== undefined && { from }) }
      return told(api.POST('/api/tickets/{id}/macro', { params: { path: { id: ticket }, header }, body }))
    },
    onSuccess: () => {
      key.current = { of: '', key: '' }
      renewTicket(client, ticket)
    }
  })
}

function MacroList() {
  const { view, seen } = useDesk()
  const { data, error } = useMacros(true)
  const apply = useApply(view.id, seen, view.assignedTo?.id)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (data) list.current?.querySelector('button')?.focus()
  }, [data])
  if (apply.data) return <Applied of={apply.data} />
  const failed = error ?? apply.error
  return (
    <div className={style.picker}>
      <ul className={style.people} aria-label={t('macro.open')} ref={list}>
        {data?.map(macro => (
          <li key={macro.id}>
            <button type="button" disabled={!macro.may || apply.isPending} onClick={() => apply.mutate(macro.id)}>
              {macro.name}
              <span className={style.faint}>{macro.may ? stepsOf(macro) : t('macro.not-yours')}</span>
            </button>
          </li>
        ))}
      </ul>
      {data?.length === 0 && <p className={style.faint}>{t('macro.none')}</p>}
      {failed && (
        <p className={style.faint} role="alert">
          {problemWords(failed)}
        </p>
      )}
    </div>
  )
}

export const stepName = (type: string): string => known(`bulk.act.${type}`) ?? type

/** What it does, in its order. */
export const stepsOf = ({ steps }: Pick<MacroRow, 'steps'>) => steps.map(({ type }) => stepName(type)).join(' → ')

const Applied = ({ of: { done, refused } }: { of: MacroApplied }) => (
  <div className={style.picker} role="status">
    <p>{done.length === 0 ? t('macro.nothing') : t('macro.done', { steps: stepsOf({ steps: done }) })}</p>
    {refused && (
      <p className={style.faint}>
        {t('macro.refused', {
          step: stepName(refused.what.type),
          why: known(`problem.${refused.code}`, { detail: refused.message }) ?? refused.message
        })}
      </p>
    )}
  </div>
)
