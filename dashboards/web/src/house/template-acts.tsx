import type { TemplateRow } from '@huiyin/schemas/api-templates.ts'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { api, told } from '../data/http.ts'
import { serverNow } from '../data/server-time.ts'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './house.module.css'
import type { BesideProps } from './kind.ts'
import { written } from './kinds/written.ts'
import { useRenew } from './settings-data.ts'
import { TryTemplate } from './try-template.tsx'

/** A template is approved by another person, ended, and tried with a ticket. */
export function TemplateActs({ kept, now, may }: BesideProps) {
  const row = kept.value as TemplateRow
  const renew = useRenew()
  const act = useMutation({
    mutationFn: (change: { approve?: true; retiredAt?: number }) => {
      const { id, ...body } = written(row)
      return told(api.PUT('/api/templates/{id}', { params: { path: { id } }, body: { ...body, ...change } }))
    },
    onSuccess: renew
  })
  const isOver = row.retiredAt !== undefined && row.retiredAt <= now
  return (
    <section className={style.beside} aria-label={t('template.use')}>
      {act.error && <Alert type="error" showIcon title={problemWords(act.error)} />}
      <div className={style.acts}>
        {row.mayApprove && !isOver && (
          <Button type="primary" loading={slowly(act.isPending)} onClick={() => act.mutate({ approve: true })}>
            {t('template.approve')}
          </Button>
        )}
        {may && !isOver && (
          <Button loading={slowly(act.isPending)} onClick={() => act.mutate({ retiredAt: serverNow() })}>
            {t('template.end')}
          </Button>
        )}
      </div>
      {!row.approved && !row.mayApprove && !isOver && <p className={style.hint}>{t('template.by-another')}</p>}
      <TryTemplate row={row} />
    </section>
  )
}
