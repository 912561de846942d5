import type { ArchiveView } from '@huiyin/schemas/api-archives.ts'
import { Button } from 'antd'
import { useProof } from '../data/archives.ts'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { CheckIcon, CrossIcon } from '../marks/icons.tsx'
import { problemWords } from '../problem-words.ts'
import { clockTime, exactTime } from '../time.ts'
import style from './archives.module.css'

/** What says that it is whole and unchanged, and the way to have that proved now. */
export function SealPart({ row, now }: { row: ArchiveView; now: number }) {
  const proof = useProof(row.id)
  const { sha256, previous, n, at } = row.seal!
  return (
    <section className={style.part} aria-label={t('archive.seal')}>
      <h3>{t('archive.seal')}</h3>
      <dl className={style.seal}>
        <div>
          <dt>{t('archive.sha256')}</dt>
          <dd>
            <code>{sha256}</code>
          </dd>
        </div>
        {previous && (
          <div>
            <dt>{t('archive.previous')}</dt>
            <dd>
              <code>{previous}</code>
            </dd>
          </div>
        )}
        <div>
          <dt>{n === undefined ? t('archive.kind.inspection') : t('archive.nth', { n })}</dt>
          <dd title={exactTime(at)}>{t('archive.sealed-at', { at: clockTime(at, now) })}</dd>
        </div>
      </dl>
      {row.state === 'sealed' && (
        <p className={style.acts}>
          <Button loading={slowly(proof.isPending)} onClick={() => proof.mutate()}>
            {t('archive.prove')}
          </Button>
          <span className={style.hint}>{t(proof.isPending ? 'archive.proving' : 'archive.prove-hint')}</span>
        </p>
      )}
      {proof.error && (
        <p className={style.late} role="alert">
          {problemWords(proof.error)}
        </p>
      )}
      {proof.data && <Proof ok={proof.data.ok} wrong={proof.data.wrong} />}
    </section>
  )
}

const Proof = ({ ok, wrong }: { ok: boolean; wrong: readonly string[] }) =>
  ok ? (
    <p className={style.whole} role="status">
      <CheckIcon /> {t('archive.whole')}
    </p>
  ) : (
    <div className={style.broken} role="alert">
      <p>
        <CrossIcon /> {t('archive.wrong', { count: wrong.length })}
      </p>
      <ul>
        {wrong.map(words => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  )
