# The object graph fuzzer: rows of every kind, the same ones for the same seed. Dot-source it.

if (-not ('ConnectOutbound.Tests.HostileRows' -as [type])) {
    $sources = 'HostileValues', 'HostileRows' | ForEach-Object { Join-Path $PSScriptRoot "data/$_.cs" }
    Add-Type -Path $sources -IgnoreWarnings -WarningAction Ignore -ReferencedAssemblies @(
        'System.Runtime', 'System.Collections', 'System.Collections.NonGeneric', 'System.Collections.Specialized', 'System.Data.Common', 'System.Linq',
        'System.Linq.Expressions', 'System.ComponentModel', 'System.ObjectModel', 'System.ComponentModel.Primitives', 'System.ComponentModel.TypeConverter',
        'System.Xml.ReaderWriter', 'netstandard', [psobject].Assembly.Location)
}

function Get-HostileRow {
    # A generator: .Make(count, isValid) streams its rows.
    param([int] $Seed = 1)
    $throwing = [pscustomobject]@{ Phone = '+12065550100' }
    $throwing | Add-Member -MemberType ScriptProperty -Name Name -Value { throw 'no name' }
    $throwing | Add-Member -MemberType ScriptProperty -Name Unused -Value { $null.Method() }
    $calculated = [pscustomobject]@{ Digits = '2065550101' }
    $calculated | Add-Member -MemberType ScriptProperty -Name Phone -Value { "+1$($this.Digits)" }
    $calculated | Add-Member -MemberType ScriptProperty -Name ConnectStatus -Value { 'mine' }
    $calculated | Add-Member -MemberType ScriptProperty -Name Self -Value { $this }
    $method = [pscustomobject]@{ Phone = '+12065550102' }
    $method | Add-Member -MemberType ScriptMethod -Name ConnectStatus -Value { 'mine' }
    $breaking = [pscustomobject]@{ Phone = '+12065550103' }
    $breaking | Add-Member -MemberType ScriptProperty -Name Name -Value { break }
    $saved = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize(
            @([pscustomobject]@{ Phone = '+12065550104'; When = Get-Date; Day = [DayOfWeek]::Monday; List = 1..3; Table = @{ a = 1 } })))
    [ConnectOutbound.Tests.HostileRows]::new($Seed, @($throwing, $calculated, $method, $breaking, $saved))
}
