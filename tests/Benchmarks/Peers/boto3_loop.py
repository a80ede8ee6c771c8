"""Starts contacts with boto3 and a pool of threads, as a script without this module would. Usage: boto3_loop.py URL COUNT THREADS

Prints one line of JSON: count, seconds, per_second, cpu_us_per_contact, failed.
"""
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

url, count, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
client = boto3.client(
    "connect", region_name="us-east-1", endpoint_url=url, aws_access_key_id="AKIAEXAMPLE", aws_secret_access_key="SECRET",
    config=Config(max_pool_connections=threads))


def start(i):
    answer = client.start_outbound_chat_contact(
        InstanceId="11111111-2222-3333-4444-555555555555",
        ContactFlowId="f0000000-0000-0000-0000-000000000001",
        SourceEndpoint={"Type": "CONNECT_PHONENUMBER_ARN", "Address": "arn:aws:connect:us-east-1:123456789012:phone-number/aaaaaaaa-0000-0000-0000-000000000001"},
        DestinationEndpoint={"Type": "TELEPHONE_NUMBER", "Address": f"+1206{5_000_000 + i}"},
        SegmentAttributes={"connect:Subtype": {"ValueString": "connect:SMS"}},
        Attributes={"OrderId": str(i)},
        InitialSystemMessage={"ContentType": "text/plain", "Content": f"Your order {i} is ready"},
    )
    return bool(answer["ContactId"])


start(-1)
began, cpu = time.perf_counter(), time.process_time()
with ThreadPoolExecutor(threads) as pool:
    started = sum(pool.map(start, range(count)))
seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
print(json.dumps({
    "count": count, "seconds": round(seconds, 3), "per_second": round(count / seconds, 1),
    "cpu_us_per_contact": round(cpu / count * 1e6, 1), "failed": count - started}))
