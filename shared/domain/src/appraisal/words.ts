import type { Band, NotTold } from '@huiyin/schemas/appraisal.ts'
import type { IndicatorName, SubjectKind } from '@huiyin/schemas/appraisal-rules.ts'
import type { Criterion } from '@huiyin/schemas/rating.ts'

type Words = { zh: string; en: string }

export const SUBJECT_WORDS: Record<SubjectKind, Words> = {
  account: { zh: '账号', en: 'accounts' },
  department: { zh: '部门', en: 'departments' },
  person: { zh: '人员', en: 'persons' }
}

export const BAND_WORDS: Record<Band, Words> = {
  excellent: { zh: '优秀', en: 'excellent' },
  good: { zh: '良好', en: 'good' },
  pass: { zh: '合格', en: 'passed' },
  fail: { zh: '不合格', en: 'not passed' }
}

export const NOT_TOLD_WORDS: Record<NotTold, Words> = {
  'not-told': { zh: '平台未提供', en: 'the platform does not tell it' },
  'too-few': { zh: '样本不足', en: 'too few to tell' },
  nothing: { zh: '无此项数据', en: 'there is nothing to count' }
}

/** What each figure is called, what it is, and in what it is counted. */
export const INDICATOR_WORDS: Record<IndicatorName, Words & { is: Words; unit: 'share' | 'number' | 'score' }> = {
  publications: {
    zh: '发布量',
    en: 'publications',
    unit: 'number',
    is: {
      zh: '考核期内发布的篇数 × 30 ÷ 考核期天数，即折合每 30 天发布篇数',
      en: 'Posts published in the period × 30 ÷ days of the period: posts in 30 days'
    }
  },
  rhythm: {
    zh: '更新频率',
    en: 'rhythm',
    unit: 'share',
    is: {
      zh: '自考核期首日起每 7 天为一周，有发布的周数 ÷ 整周数',
      en: 'Weeks of 7 days from the first day on in which something was published ÷ whole weeks'
    }
  },
  quality: {
    zh: '内容质量',
    en: 'content quality',
    unit: 'score',
    is: {
      zh: '评审员对考核期内发布内容按准确、实用、趣味、原创各评 1–5 分；每篇取全部评分的平均数（保留 2 位小数），再取各篇平均',
      en: 'Reviewers rate posts of the period for accuracy, usefulness, interest and originality, 1 to 5 each; of each post the mean of all scores (2 decimals), of these the mean'
    }
  },
  reads: {
    zh: '篇均阅读',
    en: 'reads per post',
    unit: 'number',
    is: {
      zh: '平台提供阅读数的各篇之和 ÷ 篇数',
      en: 'Sum over the posts whose reads the platform tells ÷ number of these'
    }
  },
  likes: {
    zh: '篇均点赞',
    en: 'likes per post',
    unit: 'number',
    is: {
      zh: '平台提供点赞数的各篇之和 ÷ 篇数',
      en: 'Sum over the posts whose likes the platform tells ÷ number of these'
    }
  },
  comments: {
    zh: '篇均评论',
    en: 'comments per post',
    unit: 'number',
    is: {
      zh: '平台提供评论数的各篇之和 ÷ 篇数',
      en: 'Sum over the posts whose comments the platform counts ÷ number of these'
    }
  },
  reposts: {
    zh: '篇均转发',
    en: 'reposts per post',
    unit: 'number',
    is: {
      zh: '平台提供转发数的各篇之和 ÷ 篇数',
      en: 'Sum over the posts whose reposts the platform tells ÷ number of these'
    }
  },
  replied: {
    zh: '回复率',
    en: 'reply rate',
    unit: 'share',
    is: {
      zh: '应在考核期内完成的答复（部门为办理反馈）中，已完成的 ÷ 应完成的；已取消、被取代、并入他单的不计，采集前已超时的不计；逾期未签收的派单计为未完成',
      en: 'Of the replies (of a department: the results) that were due in the period: those given ÷ those owed; cancelled, superseded and merged ones and those late before we could know are left out; a dispatch that nobody has signed for in time counts as missing'
    }
  },
  onTime: {
    zh: '按时率',
    en: 'on-time rate',
    unit: 'share',
    is: {
      zh: '应在考核期内完成的答复（部门为办理反馈）中，按时完成的 ÷ 应完成的；口径同回复率',
      en: 'Of the replies (of a department: the results) that were due in the period: those given in time ÷ those owed, as for the reply rate'
    }
  },
  satisfaction: {
    zh: '满意度',
    en: 'satisfaction',
    unit: 'score',
    is: {
      zh: '考核期内登记的群众评价（1–5 分）的平均数',
      en: 'Mean of what citizens said, 1 to 5, as entered in the period'
    }
  },
  security: {
    zh: '安全',
    en: 'security',
    unit: 'number',
    is: {
      zh: '考核期内登记并已裁定的安全事件扣分之和，越少越好',
      en: 'Points of security incidents of the period that stand in the register; the fewer the better'
    }
  }
}

export const CRITERION_WORDS: Record<Criterion, Words & { scale: Record<1 | 3 | 5, Words> }> = {
  accuracy: {
    zh: '准确',
    en: 'accuracy',
    scale: {
      1: { zh: '有事实或政策错误', en: 'wrong in facts or rules' },
      3: { zh: '基本准确，出处不全', en: 'right on the whole, sources missing' },
      5: { zh: '准确，出处清楚', en: 'right, with its sources' }
    }
  },
  usefulness: {
    zh: '实用',
    en: 'usefulness',
    scale: {
      1: { zh: '对群众办事无帮助', en: 'helps nobody' },
      3: { zh: '有帮助，缺办理要点', en: 'helps, but leaves out what one must do' },
      5: { zh: '看完即可照办', en: 'one can act on it at once' }
    }
  },
  interest: {
    zh: '趣味',
    en: 'interest',
    scale: {
      1: { zh: '照搬公文，难以读完', en: 'a document copied; hard to read to the end' },
      3: { zh: '通顺易读', en: 'easy to read' },
      5: { zh: '生动，愿意转给别人', en: 'lively; one passes it on' }
    }
  },
  originality: {
    zh: '原创',
    en: 'originality',
    scale: {
      1: { zh: '全文转载', en: 'taken over as it was' },
      3: { zh: '转载并有本地解读', en: 'taken over, with what it means here' },
      5: { zh: '本单位采写制作', en: 'made by the office itself' }
    }
  }
}
