#!/bin/sh
# Runs a program for as long as anybody holds the writing end of the named pipe that is this script's standard input.
# The kernel closes that end when its holder ends in whatever way, SIGKILL included, so the program never outlives the
# last Demarche that uses it.
#
# usage: supervise.sh PIPE PID_FILE COMMAND [ARGUMENT...] < PIPE
pipe=$1
pid_file=$2
shift 2

exec 3<&0 0</dev/null
# A Ctrl-C on the terminal is for Demarche, which closes the pipe when it is done.
trap '' HUP INT

"$@" 3<&- &
program=$!
echo "$program" >"$pid_file.new" && mv "$pid_file.new" "$pid_file"
trap 'kill -TERM "$program" 2>/dev/null' TERM

(
  trap - TERM
  while read -r _ <&3; do :; done
  # No pipe: whoever comes now starts a database of their own, once this one has gone.
  rm -f "$pipe"
  kill -TERM "$program" 2>/dev/null
  seconds=0
  while kill -0 "$program" 2>/dev/null && [ "$seconds" -lt 60 ]; do
    sleep 1
    seconds=$((seconds + 1))
  done
  kill -KILL "$program" 2>/dev/null
) &
watcher=$!
exec 3<&-

# A signal ends `wait` early, so ask until the program has really gone.
while :; do
  wait "$program"
  status=$?
  kill -0 "$program" 2>/dev/null || break
done
kill -TERM "$watcher" 2>/dev/null
rm -f "$pipe"
exit "$status"
