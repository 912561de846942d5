import { runProcess } from '@huiyin/adapters/process.ts'
import { runService } from './run-service.ts'

// `npm run service -- desk`: one service on its own, over Kafka and Elasticsearch.
await runProcess(signal => runService(process.argv[2] ?? '', signal))
