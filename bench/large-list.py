#!/usr/bin/env python3
# Makes a list of 100,000 people in a workbook of about 60 MB: bench/large-list.py inline|shared list.xlsx
# inline: eight more columns of random Latin text in the cells; shared: four of random Hangul, kept as Excel keeps texts.
import zipfile, random, sys
kind, out = sys.argv[1:3]
random.seed(7)
rows=100_000
CT='''<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>%s</Types>'''
SS='<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
REL='<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
WB='<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>'
WR='<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>%s</Relationships>'
ST='<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>'
shared = kind.startswith('shared')
latin='abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ+-'
han=[chr(c) for c in range(0xAC00,0xD7A4)]
cols, length, alpha = (4, 69, han) if shared else (8, 88, latin)
def cell(c,r,t,i=None):
    ref='%s%d'%(chr(65+c),r)
    return '<c r="%s" t="s"><v>%d</v></c>'%(ref,i) if shared else '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>'%(ref,t)
z=zipfile.ZipFile(out,'w',zipfile.ZIP_DEFLATED,compresslevel=6)
z.writestr('[Content_Types].xml',CT%(SS if shared else '')); z.writestr('_rels/.rels',REL); z.writestr('xl/workbook.xml',WB); z.writestr('xl/styles.xml',ST)
z.writestr('xl/_rels/workbook.xml.rels',WR%('<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>' if shared else ''))
head=['이름','이메일','연락처']+['비고칸%d'%i for i in range(cols)]
def line(r):
    return ['사람%d'%r,'person%d@hanbit-hotel.example'%r,'010-%04d-%04d'%(r//10000,r%10000)]+[''.join(random.choices(alpha,k=length)) for _ in range(cols)]
if shared:
    n=0
    with z.open('xl/sharedStrings.xml','w',force_zip64=True) as f:
        f.write(b'<?xml version="1.0" encoding="UTF-8"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">')
        for t in head: f.write(('<si><t>%s</t></si>'%t).encode())
        for r in range(2,rows+2):
            f.write(''.join('<si><t>%s</t></si>'%t for t in line(r)).encode())
        f.write(b'</sst>')
    w=len(head)
    with z.open('xl/worksheets/sheet1.xml','w',force_zip64=True) as f:
        f.write(b'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>')
        for r in range(1,rows+2):
            f.write(('<row r="%d">'%r+''.join(cell(c,r,'',(r-1)*w+c) for c in range(w))+'</row>').encode())
        f.write(b'</sheetData></worksheet>')
else:
    with z.open('xl/worksheets/sheet1.xml','w',force_zip64=True) as f:
        f.write(b'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>')
        f.write(('<row r="1">'+''.join(cell(c,1,t) for c,t in enumerate(head))+'</row>').encode())
        for r in range(2,rows+2):
            f.write(('<row r="%d">'%r+''.join(cell(c,r,t) for c,t in enumerate(line(r)))+'</row>').encode())
        f.write(b'</sheetData></worksheet>')
z.close()
