#!/usr/bin/env bash
# Makes calculation-3.zip again, and beside it what the program of calculation 3 said of it. Usage:
#   make-calculation-3.sh PRORATA FOLDER
# PRORATA is the launcher of a checkout of commit 74f85bb, FOLDER an empty one for its database.
# The day of the machine stands in the credit notes and in the log, so that a second backup differs in them.
set -euo pipefail
prorata=$(readlink -f "$1")
mkdir -p "$2"
work=$(readlink -f "$2")
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
portfolio=$(dirname "$prorata")/src/demo/portfolio
export PRORATA_AUDIT_KEY_FILE=$here/calculation-3.key
p() { "$prorata" "$@" --data "$work/data"; }
parks() { p "$@" || [ $? = 1 ]; }
password="a long one for tests"

# 1. people
p users list 2>&1 | sed -n 's/.*password \([^ ]*\) .*/\1/p' > "$work/first"
administrator=$(p token create --user administrator < "$work/first")
export PRORATA_TOKEN=$administrator
p users add marie --role finance,billing --display "Marie Curie" <<< "$password"
p users add paul --role approver <<< "$password"
marie=$(PRORATA_TOKEN= p token create --user marie <<< "$password")
paul=$(PRORATA_TOKEN= p token create --user paul <<< "$password")
finance() { PRORATA_TOKEN=$marie p "$@"; }
approver() { PRORATA_TOKEN=$paul p "$@"; }
export PRORATA_TOKEN=$marie

# 2. contracts of all terms; ST-2026-0049 (Swiss client) cannot be billed, TU-2010-0006 not be claimed
contracts=()
for id in TU-2024-0010 TU-2025-0008 TU-2023-0006 TU-2025-0011 TU-2026-0012 TU-2024-0023 TU-2025-0026 TU-2023-0025 TU-2024-0052 \
  TU-2025-0036 TU-2010-0006 CL-2026-0012 CL-2025-0018 CL-2025-0031 CL-2026-0041 CL-2025-0053 CL-2025-0042 CL-2026-0026 SE-2024-0012 \
  SE-2025-0016 SE-2026-0022 SE-2025-0019 SE-2026-0027 SE-2025-0029 SE-2025-0047 SC-2021-0020 SC-2022-0014 SC-2021-0014 SD-2025-0005 \
  SD-2024-0013 SD-2025-0023 ST-2026-0020 ST-2026-0008 ST-2025-0012 ST-2026-0049 ST-2026-0053 ST-2026-0056 ST-2025-0020 ST-2026-0040 \
  ST-2026-0066; do
  contracts+=("$(echo "$portfolio"/*/"$id.yaml")")
done
p import "${contracts[@]}"

# 3. October by the shipped book: billed, claimed, issued
parks bill --from 2026-10-01 --to 2026-10-31                                            # run 1
p issue 1
parks late --on 2026-10-31                                                              # run 2
p issue 2

# 4. rows of files, and some of them withdrawn
printf 'id,invoice,on,amount\nP-1,F2026-000001,2026-11-05,10.00\nP-2,F2026-000002,2026-11-06,25.00\nP-3,F2026-000003,2026-11-06,5.00\n' \
  > "$work/payments.csv"
printf 'id,contract,item,on,quantity,status\nU-1,SC-2021-0020,traffic,2026-10-20,100,held\nU-2,SC-2021-0020,traffic,2026-10-21,700,held\nU-3,SD-2025-0005,consultations,2026-10-08,2,held\n' \
  > "$work/usage.csv"
p payments import "$work/payments.csv"
p usage import "$work/usage.csv"
p payments withdraw --reason "booked twice" P-2
p usage withdraw --reason "measured twice" U-2

# 5. a book edited by finance, in force from 1 November on: a band, a fee and days of a notice changed, two rows added, one removed
edit() { # WORKBOOK SED…
  local workbook=$1
  shift
  cp "$work/edit/$workbook.yaml" "$work/before.yaml"
  sed -i "$@" "$work/edit/$workbook.yaml"
  ! cmp -s "$work/before.yaml" "$work/edit/$workbook.yaml" || { echo "nothing was edited in $workbook" >&2; exit 1; }
}
p tables new --to "$work/edit"
"$prorata" tables twins "$work/edit"
edit service-level -e '/name: connelink-at-99-5, clauses/s/percent: 10/percent: 12/' \
  -e '/name: connelink-at-99-5, note/s/10 %/12 %/' -e '/name: connelink-at-99, note/s/10 %/12 %/'
edit late-payment -e '/name: france, .*amount/s/amount: 40/amount: 45.5/' -e '/name: france-fee/s/expected: 40/expected: 45.5/' \
  -e '/name: connelink, .*days: 60/a\    - {row: 7, name: scalingo, clauses: [C-SILENT], description: Agreed for all orders in October 2026, terms: scalingo-2022-09, days: 30, covers: principal, suspension: yes, termination: no, reading: interpretation, source: circular of October 2026, last_checked: 2026-10-30}' \
  -e '/name: scalingo-no-notice/{s/expected: no row/expected: 30/;s/the terms know none/agreed in October 2026/}'
edit termination -e '/name: teachup-provider-breach/,/notice_days/s/notice_days: 30/notice_days: 45/'
edit reversibility -e '/^  unpaid:/,/^[a-z]/{/name: teachup, /d;s/^  unpaid:/  unpaid: []/}'
edit interest-rates -e '/^  ecb:/,/^  [a-z]/{/year: 2026, half: 2/{p;s/row: [0-9]*/row: 99/;s/year: 2026, half: 2/year: 2027, half: 1/;s/status: [a-z]*/status: secondary/}}'
"$prorata" tables twins "$work/edit" --to-workbooks
workbooks=("$work"/edit/{service-level,late-payment,termination,reversibility,interest-rates}.xlsx)
finance tables check "${workbooks[@]}" || true
finance tables propose "${workbooks[@]}" --reason "agreed for November"                 # proposal 1
approver tables approve 1 --reason "seen with legal"
finance tables activate 1 --from 2026-11-01

# 6. November by the edited book: seen before, billed with the penalties of CL-2025-0053, claimed, issued
parks bill --from 2026-11-01 --to 2026-11-30 --preview                                  # run 3
parks bill --from 2026-11-01 --to 2026-11-30                                            # run 4
p issue 4
parks late --on 2026-11-30                                                              # run 5
p issue 5

# 7. credit notes: a plain one, and one with what is due in its place (runs 6 and 7, by the two books)
p credit F2026-000005 --reason "sent to the wrong address" --on 2026-11-30
p credit F2026-000007 --reason "the order number was missing" --on 2026-11-30 --rebill

# 8. another book, to begin on 1 February 2027
p tables new --to "$work/edit" --force
"$prorata" tables twins "$work/edit"
edit service-level -e '/name: connelink-at-99-5, clauses/s/percent: 12/percent: 14/' \
  -e '/name: connelink-at-99-5, note/s/12 %/14 %/' -e '/name: connelink-at-99, note/s/12 %/14 %/'
edit price-revision -e '/name: sesame-monthly/s/notice_days: 60/notice_days: 75/'
"$prorata" tables twins "$work/edit" --to-workbooks
finance tables propose "$work"/edit/{service-level,price-revision}.xlsx --reason "for next year" --undo        # proposal 2
approver tables approve 2 --reason "as discussed"
finance tables activate 2 --from 2027-02-01
# and one that nobody answered
edit late-payment -e '/name: france, .*amount/s/amount: 45.5/amount: 50/' -e '/name: france-fee/s/expected: 45.5/expected: 50/'
"$prorata" tables twins "$work/edit" --to-workbooks
finance tables propose "$work"/edit/late-payment.xlsx --reason "still to be talked about" --undo               # proposal 3

# 9. what the program says; a worker beside keeps the server running meanwhile
"$prorata" worker --data "$work/data" > "$work/worker" 2>&1 &
worker=$!
say() { # NAME COMMAND…
  local name=$1
  shift
  p "$@" > "$here/calculation-3.$name.txt"
}
for run in 1 2 4 5 6 7; do
  p run export $run --csv "$work/run$run" > /dev/null
done
documents=$(cut -d, -f1 "$work"/run*/{invoices,debit_notes}.csv 2> /dev/null | grep -E '^[A-Z]2026-' | sort -u || true)
: > "$here/calculation-3.explain.en.txt"
: > "$here/calculation-3.explain.fr.txt"
for document in $documents A2026-000003 A2026-000004; do
  p explain "$document" --language en >> "$here/calculation-3.explain.en.txt"
  p explain "$document" --language fr >> "$here/calculation-3.explain.fr.txt"
done
for run in 1 2 4 5 6 7; do p run show $run || [ $? = 1 ]; done | grep -v -e '^begun ' -e '^audit log' > "$here/calculation-3.runs.txt"
say replay replay --all

kill $worker
wait $worker || true

# 10. December, broken off: killed later and later until a run is left that is not done
for tenths in $(seq 10 5 400); do
  "$prorata" bill --from 2026-12-01 --to 2026-12-31 --data "$work/data" > "$work/killed" 2>&1 &
  pid=$!
  sleep "$((tenths / 10)).$((tenths % 10))"
  kill -9 $pid 2> /dev/null || true
  wait $pid 2> /dev/null || true
  left=$(p runs | grep 'bill 2026-12-01' | tail -1) || true
  case $left in
    "") ;;
    *" done"*) run=$(sed "s/^Run *\([0-9]*\).*/\1/" <<< "$left"); p run abandon "$run" ;;
    *abandoned*) ;;
    *) break ;;
  esac
done
p runs > "$here/calculation-3.list.txt"
cat "$here/calculation-3.list.txt"
PRORATA_TOKEN=$administrator p backup "$here/calculation-3.zip" --force
