import type { Finding } from '@huiyin/schemas/reply-check.ts'
import { type Folded, spanOf } from './fold.ts'
import { finding } from './sentences.ts'

/** 商业秘密 and 保守秘密 are words of everyday; the star, the years or what carries the mark make it a mark. */
const PATTERNS = [
  ['secret-mark', /(?:绝 ?密|机 ?密|秘 ?密) {0,3}(?:[★☆✩✪]|级(?!别)|[(（]?\d{1,2}年|文件|件(?!事)|公文|电报)/g],
  ['secret-mark', /密级 {0,2}[::] {0,2}(?:绝密|机密|秘密)/g],
  ['secret-mark', /内部(?:资料|文件|材料|刊物)[ ,，。;；!！·]{0,3}(?:请)?(?:注意|妥善)保[存管密]/g],
  ['secret-internal', /内部(?:资料|文件|材料|参考|传阅|通报|掌握|明电|情况|会议|使用|发行)/g],
  [
    'secret-internal',
    /(?:不得|请勿|严禁|切勿)(?:外传|外泄|泄露|转发|公开)|不予公开|不宜公开|仅供内部|密件|敏感信息请/g
  ],
  [
    'secret-number',
    /(?:密|内部|内参|明电|机要|抄告|阅批|专报|会议纪要)\p{Script=Han}{0,4}[〔[(﹝【](?:19|20)\d\d[〕\])﹞】] {0,2}第?\d{1,5}号/gu
  ]
] as const

/** Marks of classification (refused), and what looks like internal papers. */
export function checkSecrets(folded: Folded): Finding[] {
  const found: Finding[] = []
  let end = 0
  const hits = PATTERNS.flatMap(([code, pattern]) =>
    Array.from(folded.text.matchAll(pattern), ({ 0: text, index }) => ({
      code,
      start: index,
      end: index + text.length
    }))
  ).sort((a, b) => a.start - b.start)
  for (const hit of hits) {
    if (hit.start < end) continue
    end = hit.end
    found.push(finding(hit.code, spanOf(folded, hit.start, hit.end)))
  }
  return found
}
