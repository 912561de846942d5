import type { ImportItem, ImportReport } from '@huiyin/schemas/api-settings.ts'
import type { SettingName } from '@huiyin/schemas/setting.ts'
import { SETTING_NAMES } from '@huiyin/schemas/setting-names.ts'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { api, told, within } from '../data/http.ts'
import { slowly } from '../form/busy.ts'
import { language, t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './house.module.css'
import { ImportList } from './import-list.tsx'
import { PartHead } from './part-head.tsx'
import { settingWords } from './setting-words.ts'
import { useRenew } from './settings-data.ts'
import { wrongIn } from './shape/wrong.ts'

const PATIENCE = 120_000 // ms: a gazetteer is long

/** All settings as a file: taken out, and taken in after it was seen what would become of each. */
export const FilePart = ({ now }: { now: number }) => (
  <>
    <PartHead part="file" />
    <div className={style.scroll}>
      <Export />
      <Import now={now} />
    </div>
  </>
)

function Export() {
  const [chosen, setChosen] = useState<readonly SettingName[]>([])
  const query = new URLSearchParams(chosen.map(what => ['what', what]))
  const address = `/api/settings/export.yaml${chosen.length > 0 ? `?${query}` : ''}`
  const turn = (what: SettingName) =>
    setChosen(chosen.includes(what) ? chosen.filter(one => one !== what) : [...chosen, what])
  return (
    <section className={style.block} aria-label={t('file.export')}>
      <h3>{t('file.export')}</h3>
      <p className={style.hint}>{t('file.export-hint')}</p>
      <fieldset className={style.ticks} aria-label={t('file.which')}>
        {SETTING_NAMES.map(what => (
          <label key={what}>
            <input type="checkbox" checked={chosen.includes(what)} onChange={() => turn(what)} />
            {settingWords(what)}
          </label>
        ))}
      </fieldset>
      <p>
        <Button href={address} download="huiyin-settings.yaml">
          {t(chosen.length > 0 ? 'file.export-chosen' : 'file.export-all')}
        </Button>
      </p>
    </section>
  )
}

type Asked = { text: string; digest?: string }

const ask = async ({ text, digest }: Asked): Promise<ImportReport> =>
  (await told(
    api.POST('/api/settings/import', {
      params: { query: digest === undefined ? { dryRun: true } : { digest } },
      headers: { 'content-type': 'text/yaml' },
      body: text as never,
      bodySerializer: said => said as unknown as string,
      fetch: within(PATIENCE)
    })
  )) as ImportReport

function Import({ now }: { now: number }) {
  const [file, setFile] = useState<{ name: string; text: string }>()
  const renew = useRenew()
  const trying = useMutation({ mutationFn: ask })
  const taking = useMutation({ mutationFn: ask, onSuccess: renew })
  const choose = async (chosen: File | undefined) => {
    trying.reset()
    taking.reset()
    if (!chosen) return setFile(undefined)
    const text = await chosen.text()
    setFile({ name: chosen.name, text })
    trying.mutate({ text })
  }
  const report = taking.data ?? trying.data
  const takes = report?.items.filter(isTaken).length ?? 0
  return (
    <section className={style.block} aria-label={t('file.import')}>
      <h3>{t('file.import')}</h3>
      <p className={style.hint}>{t('file.import-hint')}</p>
      <label className={style.upload}>
        <input
          className="visually-hidden"
          type="file"
          onClick={({ currentTarget }) => {
            currentTarget.value = '' // the same file may be chosen again
          }}
          accept=".yaml,.yml,text/yaml"
          onChange={({ target }) => choose(target.files?.[0])}
        />
        <span>{file?.name ?? t('file.choose')}</span>
      </label>
      {trying.isPending && <p role="status">{t('file.trying')}</p>}
      <Trouble error={trying.error ?? taking.error} />
      {report && (
        <>
          <Alert
            type={taking.data ? 'success' : 'info'}
            showIcon
            title={t(taking.data ? 'file.taken' : takes > 0 ? 'file.would' : 'file.would-nothing', { count: takes })}
          />
          <ImportList items={report.items} now={now} />
        </>
      )}
      {file && trying.data && !taking.data && takes > 0 && (
        <Button
          type="primary"
          loading={slowly(taking.isPending)}
          onClick={() => taking.mutate({ text: file.text, digest: trying.data.digest })}
        >
          {t('file.take', { count: takes })}
        </Button>
      )}
    </section>
  )
}

const isTaken = ({ outcome }: ImportItem) => outcome === 'new' || outcome === 'changed'

/** A file that is none says so by its lines. */
function Trouble({ error }: { error: unknown }) {
  if (!error) return null
  const wrong = wrongIn(error).map(({ words }) => words)
  return (
    <Alert
      type="error"
      showIcon
      title={problemWords(error)}
      {...(wrong.length > 0 && {
        description: (
          <ul lang={language()}>
            {wrong.map(words => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )
      })}
    />
  )
}
