import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The desk is served by the API server under /desk/; `npm run dev:desk` asks a server on 8686. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  plugins: [react()],
  resolve: { alias: { '@desk': path.resolve(import.meta.dirname, 'src') } },
  build: {
    outDir: path.resolve(import.meta.dirname, '../dist/desk'),
    emptyOutDir: true,
    // Ant Design is most of it, and an office's network takes it once.
    chunkSizeWarningLimit: 2_000,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8686' } },
})
