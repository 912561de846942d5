import type { Template } from '@huiyin/schemas/template.ts'

/** Templates that an office begins with; none is approved before a person has read it. */
export const DEFAULT_TEMPLATES: readonly Template[] = [
  {
    id: 'received',
    version: 1,
    name: '已收到，正在核实',
    kind: 'holding',
    text: '您好，您反映的情况我们已收到，正在联系{{department}}核实，{{dueDay}}前向您回复进展。编号{{number}}。',
    effectiveFrom: 0
  },
  {
    id: 'received-question',
    version: 1,
    name: '已收到咨询，正在查询',
    kind: 'holding',
    labels: ['inquiry'],
    text: '您好，谢谢您来问。您问的事我们正在向{{department}}查证，为了给您准确的答复，请等我们到{{dueDay}}。编号{{number}}。',
    effectiveFrom: 0
  },
  {
    id: 'under-way',
    version: 1,
    name: '办理中，告知进展',
    kind: 'interim',
    labels: ['suggestion', 'complaint'],
    text: '您好，您反映的问题（编号{{number}}）已由{{department}}接手办理，{{dueDay}}前把结果告诉您。想补充情况，可以在这里留言，也可以拨打{{phone}}。',
    effectiveFrom: 0
  },
  {
    id: 'needs-longer',
    version: 1,
    name: '需要更多时间，致歉并告知新的时间',
    kind: 'interim',
    labels: ['suggestion', 'complaint'],
    text: '您好，让您久等了，很抱歉。编号{{number}}的事情比原先想的复杂，{{department}}还在处理，我们会在{{dueDay}}前给您答复。着急的话请拨打{{phone}}，我们随时为您说明进展。',
    effectiveFrom: 0
  }
]
