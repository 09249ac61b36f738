import { InboxOutlined } from '@ant-design/icons'
import type { ImportCheck, ImportView } from '@yishiting/domain/contract/owners'
import { PATHS } from '@yishiting/domain/contract/paths'
import { Alert, App, Button, Drawer, Flex, Form, Input, Space, Steps, Table, Typography, Upload } from 'antd'
import { useState } from 'react'
import { download, upload } from '../api/client'
import { sentenceOf } from '../api/problem'
import { useWrite } from '../api/queries'
import { ColumnsStep } from './columns-step'

interface Totals {
  reason: string
  registryUnits?: string
  registryArea?: string
}

const BAD_COLUMNS = [
  { title: '行', dataIndex: 'line', width: 80 },
  { title: '房号', dataIndex: 'code', width: 160 },
  { title: '哪里不对', dataIndex: 'reason' },
]

function FileStep({ onRead }: { onRead(read: ImportView): void }) {
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const read = async (file: File) => {
    setBusy(true)
    try {
      onRead(await upload('owners.uploadRoll', file))
    } catch (error) {
      message.error(sentenceOf(error))
    }
    setBusy(false)
  }
  return (
    <Flex vertical gap={16}>
      <Upload.Dragger
        accept=".xlsx,.csv"
        maxCount={1}
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          void read(file)
          return false
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p>{busy ? '正在读…' : '把名册文件拖到这里，或点一下选文件'}</p>
        <p>XLSX 或 CSV，第一行是列名</p>
      </Upload.Dragger>
      <Button
        onClick={() =>
          download(PATHS['owners.template'][1], {}, '业主名册模板.xlsx').catch((error: unknown) =>
            message.error(sentenceOf(error)),
          )
        }
      >
        下载模板
      </Button>
    </Flex>
  )
}

function CheckStep({ check }: { check: ImportCheck }) {
  const { summary } = check
  return (
    <Flex vertical gap={12}>
      {check.badCount > 0 ? (
        <Alert
          type="error"
          showIcon
          title={`${check.badCount} 行有错，改好文件再传。一行有错就一行也不导。`}
        />
      ) : (
        <Alert
          type="success"
          showIcon
          title={`${summary.units} 套房屋、${summary.people} 位业主、${summary.area} ㎡，都读得懂`}
          description={
            summary.withoutArea > 0 ? `有 ${summary.withoutArea} 套缺面积，结果可能无法认定。` : undefined
          }
        />
      )}
      {check.badCount > 0 && (
        <Table
          rowKey="line"
          size="small"
          columns={BAD_COLUMNS}
          dataSource={check.bad}
          scroll={{ y: 420 }}
          pagination={false}
        />
      )}
      {check.warnings.length > 0 && (
        <>
          <Typography.Text strong>请看一看</Typography.Text>
          <Table
            rowKey={({ line, reason }) => `${line} ${reason}`}
            size="small"
            columns={BAD_COLUMNS}
            dataSource={check.warnings}
            scroll={{ y: 240 }}
            pagination={false}
          />
        </>
      )}
    </Flex>
  )
}

/** Import in four steps: file, columns, each line looked at, totals and reason. Nothing is imported half. */
export function ImportDrawer({ open, onClose }: { open: boolean; onClose(): void }) {
  const [read, setRead] = useState<ImportView | null>(null)
  const [mapping, setMapping] = useState<ImportView['mapping']>({})
  const [check, setCheck] = useState<ImportCheck | null>(null)
  const look = useWrite('owners.checkImport')
  const apply = useWrite('owners.applyImport')
  const { message } = App.useApp()
  const [form] = Form.useForm<Totals>()
  const step = read === null ? 0 : check === null ? 1 : 2
  const startAgain = () => {
    setRead(null)
    setCheck(null)
    form.resetFields()
  }
  const close = () => {
    startAgain()
    onClose()
  }
  const finish = async ({ reason, registryUnits, registryArea }: Totals) => {
    if (!read) return
    const done = await apply.send({
      params: { importId: read.id },
      body: {
        mapping,
        reason,
        registryUnits: registryUnits ? Number(registryUnits) : null,
        registryArea: registryArea || null,
      },
    })
    if (!done) return
    message.success(`导入了，现在是第 ${done.version} 版`)
    close()
  }
  return (
    <Drawer title="导入业主名册" size={880} open={open} onClose={close} destroyOnHidden>
      <Steps
        current={step}
        items={[{ title: '选文件' }, { title: '对列名' }, { title: '检查和导入' }]}
        style={{ marginBottom: 24 }}
      />
      {step === 0 && (
        <FileStep
          onRead={(view) => {
            setRead(view)
            setMapping(view.mapping)
          }}
        />
      )}
      {step === 1 && read && (
        <ColumnsStep
          read={read}
          mapping={mapping}
          onChange={setMapping}
          busy={look.busy}
          onNext={async () => setCheck(await look.send({ params: { importId: read.id }, body: { mapping } }))}
        />
      )}
      {step === 2 && check && (
        <Flex vertical gap={16}>
          <CheckStep check={check} />
          <Form<Totals> form={form} layout="vertical" requiredMark={false} onFinish={finish}>
            {check.badCount === 0 && (
              <>
                <Flex gap={12}>
                  <Form.Item
                    name="registryUnits"
                    label="登记簿上的总套数（可不填）"
                    rules={[{ pattern: /^\d+$/, message: '请写整数。' }]}
                  >
                    <Input inputMode="numeric" />
                  </Form.Item>
                  <Form.Item
                    name="registryArea"
                    label="登记簿上的总面积 ㎡（可不填）"
                    rules={[{ pattern: /^\d+(\.\d{1,4})?$/, message: '请写数字，最多四位小数。' }]}
                  >
                    <Input inputMode="decimal" />
                  </Form.Item>
                </Flex>
                <Form.Item
                  name="reason"
                  label="为什么导入"
                  rules={[{ required: true, whitespace: true, message: '请写明原因。' }]}
                >
                  <Input.TextArea
                    rows={2}
                    maxLength={2000}
                    placeholder="例如：2026 年 11 月从不动产登记中心调取"
                  />
                </Form.Item>
              </>
            )}
            <Space>
              <Button onClick={startAgain}>换一个文件</Button>
              <Button onClick={() => setCheck(null)}>改列名</Button>
              {check.badCount === 0 && (
                <Button type="primary" htmlType="submit" loading={apply.busy}>
                  导入
                </Button>
              )}
            </Space>
          </Form>
        </Flex>
      )}
    </Drawer>
  )
}
