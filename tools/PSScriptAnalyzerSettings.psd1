@{
    Severity = @('Error', 'Warning', 'Information')
    # The build speaks to the person at the console.
    ExcludeRules = @('PSAvoidUsingWriteHost')
}
