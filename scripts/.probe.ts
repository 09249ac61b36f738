import { launchBrowser } from '../test/e2e/support/browser'
import { Phone } from '../test/e2e/support/phone'
import { Api } from '../test/e2e/support/api'
async function main(){
const b = await launchBrowser()
const url='http://127.0.0.1:18790'
const api = await Api.as(url,'li')
const p = await Phone.open(b,{url,token:api.token!})
await p.go('/home'); await p.it('raise').waitFor()
await p.setOnline(false)
await p.tap('raise')
await p.page.waitForTimeout(3000)
await p.page.screenshot({path:'/tmp/chunk.png'})
console.log(p.page.url(), p.complaints.take())
await p.setOnline(true)
await p.page.waitForTimeout(2000)
await p.page.screenshot({path:'/tmp/chunk2.png'})
await p.tap('raise').catch(e=>console.log('no raise'))
await p.page.waitForTimeout(2000)
await p.page.screenshot({path:'/tmp/chunk3.png'})
console.log(p.page.url(), p.complaints.take())
await b.close()}
main()
